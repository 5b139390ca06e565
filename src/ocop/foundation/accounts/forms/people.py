"""Forms of the operators' pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.labels import role_choices
from ocop.foundation.accounts.models import Appointment, Office, Person, check_sign_in_name
from ocop.foundation.accounts.permissions import refuse_email, refuse_phone
from ocop.foundation.places.forms import ByName
from ocop.foundation.places.labels import local_name
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import (
    AsksTwice,
    DateField,
    EmailField,
    Form,
    ModelForm,
    PhoneField,
    SeveralField,
    TextField,
    TickList,
)
from ocop.kernel.text import vietnamese_key


class PersonForm(ModelForm):
    """A new account opened by an operator."""

    username = TextField(
        label=_("Tên đăng nhập"),
        validators=[check_sign_in_name],
        help_text=_("Chữ không dấu hoặc số điện thoại."),
    )

    class Meta:
        model = Person
        fields = ("full_name", "username", "phone", "email", "language")
        field_classes = {"full_name": TextField, "phone": PhoneField, "email": EmailField}

    def clean_email(self) -> str:
        """Said at the box before the database's own constraint would say it in the words of programmers."""
        email: str = self.cleaned_data["email"]
        refusal = refuse_email(email)
        if refusal is not None:
            raise forms.ValidationError(str(refusal), code=refusal.code)
        return email

    def clean_phone(self) -> str:
        """A number that signs somebody else in is said at the box too."""
        phone: str = self.cleaned_data["phone"]
        if refusal := refuse_phone(phone):
            raise forms.ValidationError(str(refusal), code=refusal.code)
        return phone


class AppointForm(AsksTwice, ModelForm):
    """An appointment in whole days: from the morning of the first to the end of the last."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=lambda: [("", _("Chọn vai trò")), *role_choices()])
    starts_on = DateField(label=_("Từ ngày"))
    last_on = DateField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu chưa biết."))
    reason = TextField(label=_("Căn cứ"), required=False, help_text=_("Ví dụ: Quyết định số 12/QĐ-UBND."))

    field_order = ("office", "role", "title", "starts_on", "last_on", "reason", "confirmed")

    class Meta:
        model = Appointment
        fields = ("office", "role", "title")
        field_classes = {"title": TextField}

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"] = forms.ModelChoiceField(
            offices, label=_("Cơ quan"), empty_label=_("Chọn cơ quan")
        )
        self.fields["starts_on"].initial = timezone.localdate

    def clean(self) -> dict[str, Any]:
        """Turns the days into moments."""
        cleaned = super().clean() or {}
        starts_on, last_on = cleaned.get("starts_on"), cleaned.get("last_on")
        if starts_on and last_on and last_on < starts_on:
            self.add_error("last_on", _("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
        today = timezone.localdate()
        # today begins now, so that nothing done this morning is covered afterwards
        cleaned["starts_at"] = timezone.now() if starts_on == today else starts_on and _start_of(starts_on)
        cleaned["ends_at"] = last_on and _start_of(last_on + timedelta(days=1))
        return cleaned

    def _post_clean(self) -> None:
        """The action builds and checks the appointment."""


def _start_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class PlaceField(forms.ModelChoiceField):
    """One of the places that the operator manages, by the Vietnamese alphabet."""

    iterator = ByName

    def label_from_instance(self, obj: Place) -> str:
        """The name in the language of the page."""
        return local_name(obj)


class ProvinceForm(Form):
    """For whom the whole country is open: which province is meant."""

    tinh = PlaceField(Place.objects.none(), label=_("Tỉnh"), empty_label=_("Chọn tỉnh"), to_field_name="code")

    def __init__(self, *args: Any, provinces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tinh"].queryset = provinces  # type: ignore[attr-defined]


NOT_IN_PROVINCE = _("Có xã, phường đã chọn không thuộc tỉnh này. Tải lại trang rồi chọn lại.")


class CommuneOfficesForm(Form):
    """Which communes without an office get one: every one of them, or those ticked."""

    hide_optional = True

    every = forms.BooleanField(required=False, widget=forms.HiddenInput)
    communes = SeveralField(
        Place.objects.none(),
        label=_("Xã, phường chưa có cơ quan"),
        required=False,
        widget=TickList,
        error_messages={"invalid_choice": NOT_IN_PROVINCE, "invalid_pk_value": NOT_IN_PROVINCE},
    )

    def __init__(
        self, *args: Any, communes: QuerySet[Place], missing: Iterable[Place], **kwargs: Any
    ) -> None:
        """Shows those that miss one; takes any of the province, for somebody else may just have opened it."""
        super().__init__(*args, **kwargs)
        self.missing = sorted(missing, key=lambda place: vietnamese_key(place.name))
        field: Any = self.fields["communes"]
        field.queryset = communes
        field.choices = [(place.pk, local_name(place)) for place in self.missing]

    def clean(self) -> dict[str, Any]:
        """At least one."""
        cleaned = super().clean() or {}
        if cleaned.get("every"):
            cleaned["communes"] = self.missing
        elif "communes" in cleaned and not cleaned["communes"]:
            self.add_error("communes", _("Hãy đánh dấu ít nhất một xã, phường."))
        return cleaned


class OfficeForm(ModelForm):
    """A new office."""

    class Meta:
        model = Office
        fields = ("level", "body", "place", "name")
        field_classes = {"name": TextField}

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"] = PlaceField(
            places, label=_("Địa bàn"), required=False, empty_label=_("Chọn địa bàn")
        )

    def _post_clean(self) -> None:
        """The action builds and checks the office."""
