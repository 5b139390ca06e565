"""What the page of each kind of fact asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import Asks
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.ui.forms import (
    DateField,
    EmailField,
    LinkField,
    PhoneField,
    RadioCards,
    TextField,
)
from ocop.foundation.ui.parts import Card
from ocop.registers.producers.labels import (
    ENTERPRISE_SIZE_NOTES,
    ENTERPRISE_SIZES,
    LEGAL_FORM_NOTES,
    LEGAL_FORMS,
    SEXES,
)
from ocop.registers.producers.rules import ENTERPRISES
from ocop.registers.producers.selectors import province_code, representative

YES_NO = [("", _("Không ghi")), ("True", _("Có")), ("False", _("Không"))]


def size_cards() -> list[tuple[str, Card]]:
    """The sizes of enterprises, with a word where one may not apply."""
    return [
        (size.value, Card(label, ENTERPRISE_SIZE_NOTES.get(size, "")))
        for size, label in ENTERPRISE_SIZES.items()
    ]


NAME = TextField(
    label=_("Tên đầy đủ"),
    max_length=200,
    help_text=_("Viết như trong giấy đăng ký, ví dụ: Hợp tác xã Bản Lầu."),
)


class AsksFacts(Asks):
    """Facts of a producer, which stand in columns of their names."""

    gives = frozenset({"fields", "representative"})

    @property
    def known_of(self) -> Any:
        """The row that holds what is asked."""
        return self.thing

    def known(self) -> Mapping[str, Any]:
        """What is known so far."""
        known = self.known_of
        return {name: getattr(known, name) for name in self.base_fields if hasattr(known, name)}

    def given(self) -> Mapping[str, Any]:
        """The facts."""
        return {"fields": self.cleaned_data, "representative": None}


class AsksNameAndForm(AsksFacts):
    """The name and the legal form, amended."""

    name = NAME
    legal_form = forms.ChoiceField(
        label=_("Loại hình"),
        widget=RadioCards,
        choices=lambda: [
            (form.value, Card(label, LEGAL_FORM_NOTES[form])) for form, label in LEGAL_FORMS.items()
        ],
    )
    enterprise_size = forms.ChoiceField(
        label=_("Quy mô doanh nghiệp"),
        required=False,
        choices=lambda: [("", _("Không phải doanh nghiệp")), *ENTERPRISE_SIZES.items()],
    )

    def clean(self) -> dict[str, Any]:
        """An enterprise has a size, nothing else has one."""
        cleaned = super().clean() or {}
        is_enterprise = cleaned.get("legal_form") in ENTERPRISES
        if is_enterprise and not cleaned.get("enterprise_size"):
            self.add_error("enterprise_size", _("Hãy chọn quy mô của doanh nghiệp."))
        if not is_enterprise:
            cleaned["enterprise_size"] = ""
        return cleaned


class AsksRegistration(AsksFacts):
    """The paper of registration."""

    registration_no = TextField(
        label=_("Số giấy đăng ký"),
        max_length=40,
        required=False,
        help_text=_("Mã số trên giấy chứng nhận đăng ký. Chưa có thì để trống, bổ sung trước khi nộp hồ sơ."),
    )
    registered_on = DateField(label=_("Ngày cấp"), required=False, help_text=_("Ví dụ: 1/3/2024"))
    registration_issuer = TextField(
        label=_("Nơi cấp"), max_length=200, required=False, help_text=_("Ví dụ: Phòng Kinh tế xã Bản Lầu")
    )

    def clean_registered_on(self) -> Any:
        """No paper is issued tomorrow."""
        day = self.cleaned_data["registered_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Ngày cấp không thể sau hôm nay."), code="future")
        return day


class AsksPlace(AsksFacts):
    """Where the producer is."""

    commune = CommuneField(province="")
    address = TextField(
        label=_("Địa chỉ"),
        max_length=300,
        help_text=_("Thôn, bản, tổ, số nhà; không cần ghi lại xã và tỉnh."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        commune: Any = self.fields["commune"]
        commune.set_province(province_code(self.thing))


class AsksRepresentative(AsksFacts):
    """Who represents the producer by law; form 01 asks for sex and ethnicity."""

    full_name = TextField(label=_("Họ và tên"), max_length=120)
    title = TextField(
        label=_("Chức vụ"), max_length=120, required=False, help_text=_("Ví dụ: Giám đốc, Tổ trưởng, Chủ hộ")
    )
    sex = forms.ChoiceField(label=_("Giới tính"), choices=[("", _("Không ghi")), *SEXES], required=False)
    ethnicity = TextField(
        label=_("Dân tộc"), max_length=60, required=False, help_text=_("Ví dụ: Mông, Dao, Tày, Kinh")
    )
    is_disabled = forms.TypedChoiceField(
        label=_("Là người khuyết tật"),
        choices=YES_NO,
        required=False,
        empty_value=None,
        coerce=lambda value: value == "True",
    )
    permanent_address = TextField(label=_("Nơi thường trú"), max_length=300, required=False)

    @cached_property
    def known_of(self) -> Any:
        """The representative's row; refused to strangers."""
        return representative(self.thing, person=self.who.person, at=self.who.at)

    def given(self) -> Mapping[str, Any]:
        """Everything is about the representative."""
        return {"fields": {}, "representative": self.cleaned_data}


class AsksContact(AsksFacts):
    """How the producer is reached, and whether buyers may see it."""

    phone = PhoneField(label=_("Số điện thoại"))
    email = EmailField(label=_("Thư điện tử"), required=False)
    website = LinkField(label=_("Trang mạng"), required=False, help_text=_("Ví dụ: htxbanlau.vn"))
    is_public = forms.BooleanField(
        label=_("Cho người mua xem số điện thoại và thư điện tử này trên trang công khai."), required=False
    )

    def known(self) -> Mapping[str, Any]:
        """With whether buyers see it now."""
        return {**super().known(), "is_public": self.thing.contact_is_public_since is not None}

    def given(self) -> Mapping[str, Any]:
        """Without whether buyers see it: that is an act of its own."""
        fields = {name: value for name, value in self.cleaned_data.items() if name != "is_public"}
        return {"fields": fields, "representative": None}


class AsksAbout(AsksFacts):
    """Who they are, in their own words."""

    history = TextField(
        label=_("Quá trình hình thành"),
        lines=5,
        required=False,
        help_text=_("Lập năm nào, ai lập, đã làm được gì."),
    )
    organisation = TextField(
        label=_("Cơ cấu tổ chức"),
        lines=4,
        required=False,
        help_text=_("Bao nhiêu thành viên, lao động; các bộ phận."),
    )
    local_capital_over_half = forms.TypedChoiceField(
        label=_("Hơn một nửa vốn là của người trong huyện, xã"),
        choices=YES_NO, required=False, empty_value=None, coerce=lambda value: value == "True",
    )  # fmt: skip


SECTION_FORMS: dict[str, type[AsksFacts]] = {
    "name": AsksNameAndForm,
    "registration": AsksRegistration,
    "place": AsksPlace,
    "representative": AsksRepresentative,
    "contact": AsksContact,
    "about": AsksAbout,
}
