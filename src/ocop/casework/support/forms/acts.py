"""Forms of single acts: a result, a reason, somebody helped, a step, a payment, a paper,
a look, a kit, a party.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.forms.facts import WholeField
from ocop.casework.support.rules import Kind
from ocop.casework.support.rules.facts import MOST_MONEY, MOST_NUMBER
from ocop.casework.support.rules.kinds import Looks
from ocop.foundation.documents.forms import UploadField, UploadsField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.ui.forms import DateField, Form, MoneyField, RadioCards, TextField
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer
from ocop.registers.programme.models import BudgetLine


class ResultForm(Form):
    """What came out, and when."""

    result = TextField(
        label=_("Kết quả"), lines=4, max_length=5000, help_text=_("Viết ngắn gọn đã đạt được gì.")
    )
    result_on = DateField(label=_("Ngày có kết quả"), help_text=_("Kế hoạch tính vào năm của ngày này."))


class BeneficiaryForm(Form):
    """Who of those that were found, and what for."""

    who = forms.ChoiceField(
        label=_("Chọn"), widget=RadioCards, error_messages={"required": _("Chọn một chủ thể hoặc sản phẩm.")}
    )
    outcome = TextField(
        label=_("Được gì"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ: 2 người học, 500 nhãn, gian 9 m²."),
    )

    def __init__(self, *args: Any, found: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who: Any = self.fields["who"]
        who.choices = found


class StepForm(Form):
    """When it was done or should be, under which number, with which paper."""

    done_on = DateField(label=_("Xong ngày"), required=False, help_text=_("Để trống nếu chưa xong."))
    due_on = DateField(
        label=_("Hạn"),
        required=False,
        help_text=_("Đổi khi cơ quan giải quyết hẹn ngày khác; các bước sau dời theo."),
    )
    office_no = TextField(label=_("Số của cơ quan giải quyết"), required=False, max_length=60)
    note = TextField(label=_("Ghi chú"), required=False, max_length=300, lines=2)
    upload = UploadField(label=_("Giấy tờ của bước này"), required=False)


class CostForm(Form):
    """How much, from which line, when."""

    budget_line = forms.ModelChoiceField(
        BudgetLine.objects.none(), label=_("Dòng kinh phí"), empty_label=_("Chọn dòng kinh phí")
    )
    amount = MoneyField(label=_("Số tiền (đồng)"), min_value=1, max_value=MOST_MONEY)
    paid_on = DateField(label=_("Ngày chi"))
    note = TextField(label=_("Nội dung chi"), required=False, max_length=300)
    upload = UploadField(label=_("Chứng từ"), required=False)
    accept_over = forms.BooleanField(label=_("Vẫn ghi dù vượt số còn lại của dòng kinh phí"), required=False)

    def __init__(self, *args: Any, lines: QuerySet[BudgetLine], words: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line: Any = self.fields["budget_line"]
        line.queryset = lines
        line.label_from_instance = lambda one: words[one.pk]

    def offer_to_accept(self) -> bool:
        """Whether the box for going over is shown: only after a refusal said so."""
        return self.is_bound and "over_line" in {error.code for error in self.non_field_errors().as_data()}


class PaperForm(Form):
    """Files and what they are."""

    title = TextField(
        label=_("Tên giấy tờ"), max_length=200, help_text=_("Ví dụ: Danh sách học viên, Hợp đồng.")
    )
    upload = UploadsField(label=_("Tệp"))


class LookForm(Form):
    """What was found, when, with a picture."""

    on = DateField(label=_("Ngày xem"))
    state = forms.ChoiceField(label=_("Tình trạng"), widget=forms.RadioSelect)
    note = TextField(label=_("Ghi chú"), required=False, max_length=300)
    photo = UploadField(label=_("Ảnh"), required=False, kinds=[FileKind.IMAGE])
    sales = MoneyField(
        label=_("Doanh thu báo cáo từ lần xem trước (đồng)"), required=False, max_value=MOST_MONEY
    )

    def __init__(self, *args: Any, looks: Looks, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"on": timezone.localdate()})
        super().__init__(*args, **kwargs)
        state: Any = self.fields["state"]
        state.choices = [(one.key, said(one.label)) for one in looks.states]
        if not looks.sales:
            del self.fields["sales"]


class KitForm(Form):
    """For which product, and the artwork."""

    recognition = forms.ChoiceField(label=_("Sản phẩm"), widget=RadioCards)
    upload = UploadField(label=_("Tệp mẫu nhãn"), is_original=True)

    def __init__(self, *args: Any, choices: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recognition: Any = self.fields["recognition"]
        recognition.choices = choices


class PartyForm(Form):
    """Who is bound, as what."""

    role = forms.ChoiceField(label=_("Vai trò"), widget=forms.RadioSelect)
    producer = forms.ModelChoiceField(
        Producer.objects.none(),
        label=_("Chủ thể trong hệ thống"),
        required=False,
        empty_label=_("Không có trong hệ thống"),
    )
    name = TextField(
        label=_("Tên"), required=False, max_length=200, help_text=_("Để trống nếu đã chọn chủ thể ở trên.")
    )
    households = WholeField(
        label=_("Số hộ"),
        required=False,
        min_value=1,
        max_value=MOST_NUMBER,
        help_text=_("Chỉ ghi cho bên gồm nhiều hộ."),
    )
    note = TextField(label=_("Ghi chú"), required=False, max_length=300)

    def __init__(self, *args: Any, kind: Kind, producers: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.choices = [(one.key, said(one.label)) for one in kind.parties]
        producer: Any = self.fields["producer"]
        producer.queryset = producers
