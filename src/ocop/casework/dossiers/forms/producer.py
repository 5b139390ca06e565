"""What the producer fills in. Nothing is required while it is a draft;
what is missing is said before handing in.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels import said
from ocop.casework.dossiers.labels.criteria import cards
from ocop.casework.dossiers.labels.gaps import RESULTS
from ocop.casework.dossiers.labels.pages import DECLARED
from ocop.casework.dossiers.rules.completeness import OTHER_KIND
from ocop.foundation.ui.forms import (
    CheckboxCards,
    DateField,
    FileField,
    Form,
    PhoneField,
    RadioCards,
    TextField,
)
from ocop.kernel.law.model import Criterion, ProductSet, Regulation


class Draft(Form):
    """A form that may be left half filled."""

    hide_optional = True


class RegistrationForm(Draft):
    """Form 01: who answers questions about the dossier."""

    contact_name = TextField(label=_("Họ tên người đại diện"), max_length=120, required=False)
    contact_title = TextField(
        label=_("Chức vụ"), max_length=120, required=False, help_text=_("Ví dụ: Giám đốc")
    )
    contact_phone = PhoneField(label=_("Điện thoại"), required=False)
    contact_email = forms.EmailField(label=_("Thư điện tử (nếu có)"), required=False)


class GeneralForm(Draft):
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


class ResultsForm(Draft):
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


class PlanForm(Draft):
    """Form 02, part IV."""

    production_plan = TextField(
        label=_("Kế hoạch sản xuất, kinh doanh"),
        lines=8,
        required=False,
        help_text=_("Sắp tới phát triển sản phẩm, tổ chức sản xuất và bán hàng thế nào."),
    )


class SamplesForm(Draft):
    """Form 01, item 5: samples."""

    samples_offered = forms.IntegerField(
        label=_("Số sản phẩm mẫu gửi kèm"),
        min_value=0,
        max_value=999,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class AnswerForm(Draft):
    """One criterion: the choice and what proves it."""

    choice = forms.ChoiceField(label=_("Sản phẩm đạt mức nào?"), widget=RadioCards, required=False)
    description = TextField(
        label=_("Mô tả, chứng minh"),
        lines=4,
        required=False,
        help_text=_("Viết ngắn vì sao chọn mức này: số liệu, tên giấy tờ, thời gian."),
    )

    def __init__(self, criterion: Criterion, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = cards(criterion)  # type: ignore[attr-defined]


class PaperForm(Form):
    """A new piece of evidence."""

    file = FileField(label=_("Tệp"), help_text=_("Ảnh chụp, PDF, Word, Excel hoặc phim MP4, tối đa 25 MB."))
    kind = forms.ChoiceField(label=_("Loại giấy tờ"))
    title = TextField(label=_("Tên giấy tờ"), max_length=200, help_text=_("Ví dụ: Giấy chứng nhận VietGAP"))
    number = TextField(label=_("Số"), max_length=80, required=False)
    issuer = TextField(label=_("Nơi cấp"), max_length=200, required=False)
    issued_on = DateField(label=_("Ngày cấp"), required=False)
    expires_on = DateField(label=_("Ngày hết hạn"), required=False)
    for_all = forms.BooleanField(
        label=_("Dùng được cho mọi sản phẩm của chủ thể"),
        required=False,
        help_text=_("Ví dụ giấy đăng ký kinh doanh."),
    )
    is_restricted = forms.BooleanField(
        label=_("Có thông tin riêng (lương, tài chính, cá nhân)"),
        required=False,
        help_text=_("Chỉ người xử lý hồ sơ và hội đồng xem được."),
    )

    def __init__(self, regulation: Regulation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.key, said(kind.label)) for kind in regulation.evidence_kinds]
        self.fields["kind"].choices = [*kinds, (OTHER_KIND, _("Giấy tờ khác"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A paper cannot end before it began."""
        data = super().clean() or self.cleaned_data
        issued, expires = data.get("issued_on"), data.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error("expires_on", _("Ngày hết hạn phải sau ngày cấp."))
        return data


class CriteriaForm(Draft):
    """Which criteria a piece of evidence supports."""

    criteria = forms.MultipleChoiceField(label=_("Dùng cho tiêu chí"), widget=CheckboxCards, required=False)

    def __init__(self, product_set: ProductSet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criteria"].choices = [  # type: ignore[attr-defined]
            (criterion.code, f"{criterion.code}. {said(criterion.label)}")
            for criterion in product_set.criteria.values()
        ]


class ExemptionForm(Draft):
    """Why the law does not ask a paper of this producer."""

    reason = TextField(
        label=_("Vì sao không thuộc diện phải có?"),
        lines=3,
        required=False,
        help_text=_("Ghi căn cứ, ví dụ: cơ sở sản xuất ban đầu nhỏ lẻ, đã ký cam kết. Để trống nếu phải có."),
    )


class StatementForm(Form):
    """Handing in."""

    declared_true = forms.BooleanField(
        label=_("Tôi cam đoan thông tin trong hồ sơ là đúng sự thật và chịu trách nhiệm trước pháp luật."),
        error_messages={"required": _("Đánh dấu cam đoan rồi mới nộp được.")},
    )
    request_key = forms.UUIDField(widget=forms.HiddenInput)


class ReasonForm(Form):
    """A reason in one's own words."""

    reason = TextField(label=_("Lý do"), lines=3, error_messages={"required": _("Ghi rõ lý do.")})
