"""Thêm người: opens an account for somebody, usually an officer."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import PEOPLE
from ocop.foundation.accounts.models import Person, check_sign_in_name
from ocop.foundation.accounts.permissions import refuse_email, refuse_manage_people, refuse_phone
from ocop.foundation.accounts.rules import sign_in_name
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Act, Asks, Refusal, ensure, once, record, recorded
from ocop.foundation.ui.forms import EmailField, ModelForm, PhoneField, TextField


class AsksAccount(Asks, ModelForm):
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

    beside = {"conflict_username": "username", "conflict_email": "email", "conflict_phone": "phone"}

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


def refuse_open_account(who: Who, _none: object = None) -> Refusal | None:
    """Operators."""
    return refuse_manage_people(who.person, who.at)


@recorded
def open_account(
    *,
    username: str,
    full_name: str,
    by: Person,
    at: datetime,
    email: str = "",
    phone: str = "",
    language: str = "vi",
) -> Person:
    """Makes an account without a password; the person sets one through a link. Refused to who is no operator,
    and for a sign-in name, e-mail or phone number that is taken.
    """
    ensure(refuse_manage_people(by, at))
    ensure(_refuse_taken(username, email, phone))
    with once(lambda: _refuse_taken(username, email, phone)):
        person = Person.objects.create_user(
            username, full_name=full_name, email=email, phone=phone, language=language, created_at=at
        )
    if person.email:  # else the person's first look at the page of addresses would have to write it
        EmailAddress.objects.create(user=person, email=person.email)
    record("person.open_account", person, by=by, at=at, data={"username": person.username})
    return person


def _refuse_taken(username: str, email: str, phone: str) -> Refusal | None:
    if Person.objects.filter(username=sign_in_name(username)).exists():
        taken = _("Tên đăng nhập này đã có người dùng.")
        return Refusal("conflict_username", taken, todo=_("Chọn tên khác."))
    return refuse_email(email) or refuse_phone(phone) or refuse_phone(username)


OPEN_ACCOUNT = Act(
    about=PEOPLE,
    name="add_person",
    path="them/",
    refuse=refuse_open_account,
    form=AsksAccount,
    do=open_account,
    button=_("Thêm người"),
    confirm=_("Thêm"),
    said=_("Đã mở tài khoản. Hãy cấp liên kết đặt mật khẩu cho người này."),
    then=lambda _none, person: reverse("accounts:person", args=[person.pk]),
    template="ui/form.html",
)
