"""What is asked of a single recognition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import Asks
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.ui.forms import DateField, PhoneField, ReasonField, TextField
from ocop.registers.producers.labels import LEGAL_FORMS
from ocop.registers.products.lists.desk import sets_of_today
from ocop.registers.programme.selectors import province_code
from ocop.registers.recognitions.labels import COLUMNS, PUT_RIGHT

STARS = [("", _("Chọn hạng sao")), (3, _("3 sao")), (4, _("4 sao")), (5, _("5 sao"))]
SCAN_KINDS = (FileKind.PDF, FileKind.IMAGE)


class AsksDecision(Asks):
    """What the paper says of the decision."""

    stars = forms.TypedChoiceField(label=_("Hạng sao"), choices=STARS, coerce=int)
    authority = TextField(
        label=_("Cơ quan công nhận"), max_length=200, required=False, help_text=_("Ghi đúng như trên giấy.")
    )
    decision_no = TextField(label=_("Số quyết định"), max_length=80, required=False)
    decided_on = DateField(label=_("Ngày quyết định"), required=False)
    valid_from = DateField(label=_("Có giá trị từ ngày"), required=False)
    valid_until = DateField(
        label=_("Có giá trị đến ngày"), required=False,
        help_text=_("Giấy không ghi thì để trống; hệ thống tính theo thời hạn của quy định lúc đó."),
    )  # fmt: skip
    product_code = TextField(
        label=_("Mã sản phẩm"), max_length=60, required=False,
        help_text=_("Bốn hoặc năm nhóm số, ví dụ 10-086-02923-1-2022."),
    )  # fmt: skip
    beside = {key: key for key in PUT_RIGHT}


class AsksRecognition(AsksDecision):
    """A recognition that is not in the register yet: what, whose, where, by which paper."""

    name = TextField(label=_("Tên sản phẩm"), max_length=200, help_text=_("Như trên giấy chứng nhận."))
    holder = TextField(label=_("Chủ thể"), max_length=200)
    holder_form = forms.ChoiceField(
        label=_("Loại hình chủ thể"), required=False,
        choices=lambda: [("", _("Chưa rõ")), *((word, word) for word in LEGAL_FORMS.values())],
    )  # fmt: skip
    registration_no = TextField(label=_("Mã số đăng ký kinh doanh"), max_length=40, required=False)
    phone = PhoneField(label=_("Điện thoại"), required=False)
    commune = CommuneField(province="", label=_("Xã, phường"), required=False)
    place = TextField(
        label=_("Nơi ghi trên giấy"), max_length=200, required=False,
        help_text=_("Ví dụ: xã Lùng Vai, huyện Mường Khương."),
    )  # fmt: skip
    set = forms.ChoiceField(
        label=_("Bộ sản phẩm"), required=False, choices=lambda: [("", _("Chưa rõ")), *sets_of_today()]
    )
    scan = UploadField(label=_("Bản chụp giấy chứng nhận hoặc quyết định"), required=False, kinds=SCAN_KINDS)
    field_order = ("name", "holder", "holder_form", "registration_no", "phone", "commune", "place", "set")
    beside = {key: key for key in (*PUT_RIGHT, "name", "holder")}
    gives = frozenset({"fields", "scan"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        commune: Any = self.fields["commune"]
        commune.set_province(province_code())

    def given(self) -> Mapping[str, Any]:
        """The answers, and the scan."""
        fields = dict(self.cleaned_data)
        return {"scan": fields.pop("scan", None), "fields": fields}


class AsksCorrection(AsksDecision):
    """What the paper says, beside what stands in the register, and why it is changed."""

    reason = ReasonField(help_text=_("Ví dụ: gõ nhầm ngày; đã đối chiếu với bản gốc."))
    gives = frozenset({"fields", "reason"})

    def known(self) -> Mapping[str, Any]:
        """What stands there."""
        recognition = self.thing.recognition
        return {key: getattr(recognition, COLUMNS.get(key, key)) for key in PUT_RIGHT}

    def given(self) -> Mapping[str, Any]:
        """The facts, and why."""
        fields = dict(self.cleaned_data)
        return {"reason": fields.pop("reason"), "fields": fields}


class AsksScan(Asks):
    """One scan."""

    file = UploadField(label=_("Bản chụp"), kinds=SCAN_KINDS)
    note = TextField(
        label=_("Ghi chú"), max_length=200, required=False, help_text=_("Ví dụ: giấy chứng nhận, mặt trước.")
    )
