"""The questions of forms 01 and 02, part by part. Nothing is required while it is a draft;
what is missing is said before handing in.
"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.gaps import RESULTS
from ocop.casework.dossiers.labels.pages import DECLARED
from ocop.casework.dossiers.rules.completeness import FormSection
from ocop.foundation.ui.forms import EmailField, Form, PhoneField, TextField


class RegistrationForm(Form):
    """Form 01: who answers questions about the dossier."""

    contact_name = TextField(label=_("Họ tên người đại diện"), max_length=120, required=False)
    contact_title = TextField(
        label=_("Chức vụ"), max_length=120, required=False, help_text=_("Ví dụ: Giám đốc")
    )
    contact_phone = PhoneField(label=_("Điện thoại"), required=False)
    contact_email = EmailField(label=_("Thư điện tử (nếu có)"), required=False)


class GeneralForm(Form):
    """Form 02, part I, item 7."""

    declared_papers = forms.MultipleChoiceField(
        label=_("Giấy tờ đã có"),
        choices=list(DECLARED.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Đánh dấu giấy tờ bạn đang có. Bản chụp thêm ở bước Minh chứng."),
    )
    has_story = forms.BooleanField(
        label=_("Sản phẩm có câu chuyện riêng"),
        required=False,
        help_text=_(
            "Câu chuyện viết ở trang sản phẩm. Không có câu chuyện thì không được điểm tiêu chí câu chuyện."
        ),
    )


class ResultsForm(Form):
    """Form 02, part II."""

    business_results_materials = TextField(
        label=RESULTS["business_results_materials"],
        lines=5,
        required=False,
        help_text=_("Nguyên liệu lấy ở đâu, làm bằng máy móc, cách thức gì."),
    )
    business_results_quality = TextField(
        label=RESULTS["business_results_quality"],
        lines=5,
        required=False,
        help_text=_("Chất lượng, mẫu mã khác trước thế nào."),
    )
    business_results_markets = TextField(
        label=RESULTS["business_results_markets"],
        lines=5,
        required=False,
        help_text=_("Bán ở đâu, bán cho ai."),
    )
    business_results_figures = TextField(
        label=RESULTS["business_results_figures"],
        lines=5,
        required=False,
        help_text=_("Ví dụ: năm 2025 bán 12 tấn, doanh thu 960 triệu đồng, lãi 140 triệu đồng."),
    )


class PlanForm(Form):
    """Form 02, part IV."""

    production_plan = TextField(
        label=_("Kế hoạch sản xuất, kinh doanh"),
        lines=8,
        required=False,
        help_text=_("Sắp tới phát triển sản phẩm, tổ chức sản xuất và bán hàng thế nào."),
    )


class SamplesForm(Form):
    """Form 01, item 5: samples."""

    samples_offered = forms.IntegerField(
        label=_("Số sản phẩm mẫu gửi kèm"),
        min_value=0,
        max_value=999,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


PARTS: dict[FormSection, type[Form]] = {
    FormSection.FORM_01: RegistrationForm,
    FormSection.GENERAL: GeneralForm,
    FormSection.RESULTS: ResultsForm,
    FormSection.PLAN: PlanForm,
    FormSection.SAMPLES: SamplesForm,
}
