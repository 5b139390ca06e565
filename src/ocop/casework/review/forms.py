"""What forms that correct a paper share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from allauth.account.fields import PasswordField
from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts import tries
from ocop.foundation.acts import Asks
from ocop.foundation.documents.labels import wrong_choices
from ocop.foundation.documents.rules import Wrong
from ocop.foundation.ui.forms import DateField, RadioCards, ReasonField, TextField

INSIDE = "0.0.0.0"  # noqa: S104 - no address: tries of who is signed in already are counted apart


class AsksPassword(Asks):
    """Asks for the password once more; too many wrong ones and nobody is let try for a while."""

    password = PasswordField(label=_("Mật khẩu của bạn"), autocomplete="current-password")

    def clean_password(self) -> str:
        """The person's own."""
        person, given = self.who.person, str(self.cleaned_data["password"])
        wrong = _("Mật khẩu chưa đúng.")
        check_counted(person, is_right=lambda: person.check_password(given), wrong=wrong, at=self.who.at)
        return given


def check_counted(person: Any, *, is_right: Callable[[], bool], wrong: Any, at: datetime) -> None:
    """A secret of somebody who is signed in, tried as often as at signing in; ValidationError otherwise,
    which says `wrong` of a wrong one.
    """
    if not tries.count(person.username, INSIDE, at):
        raise forms.ValidationError(_("Đã nhập sai nhiều lần. Đợi vài phút rồi thử lại."), code="locked")
    if not is_right():
        raise forms.ValidationError(wrong, code="wrong")
    tries.take_back(person.username, INSIDE, at)


class AsksCorrection(Asks):
    """What is wrong on a paper, what is right, why, and the correcting paper as the records office numbered
    it.

    A form of a paper says under which number it went out (`numbered`).
    """

    what = forms.ChoiceField(
        label=_("Sai chỗ nào"), widget=RadioCards, choices=wrong_choices, initial=Wrong.WORDS.value
    )
    wrong = TextField(
        label=_("Chữ đã in sai"),
        required=False,
        max_length=300,
        help_text=_("Chép đúng như trên văn bản. Sai số văn bản thì để trống."),
    )
    right = TextField(label=_("Đúng là"), max_length=300)
    reason = ReasonField()
    number = TextField(label=_("Số, ký hiệu văn bản đính chính"), max_length=60)
    issued_on = DateField(label=_("Ngày văn bản đính chính"))
    beside: ClassVar[Mapping[str, str]] = {
        "wrong_": "wrong",
        "right_": "right",
        "number_taken": "right",
        "number_malformed": "right",
        "number_without": "right",
        "number_of_its_own": "number",
        "correcting_": "number",
        "paper_already": "number",
        "signed_": "issued_on",
        "paper_from": "issued_on",
    }
    hide_optional = True

    def numbered(self) -> str:
        """The number that the paper bears."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """A wrong number is known; wrong words have to be said."""
        cleaned = super().clean() or {}
        if cleaned.get("what") == Wrong.NUMBER:
            cleaned["wrong"] = self.numbered()
        elif "wrong" in cleaned and not cleaned["wrong"]:
            self.add_error("wrong", _("Chép lại chữ đã in sai."))
        return cleaned
