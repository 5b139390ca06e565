"""What is asked before a code is handed out, and from whoever uses one."""

from __future__ import annotations

from typing import Any

from allauth.account.fields import PasswordField, SetPasswordField
from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.forms.sign_in import NEW_PASSWORD_HELP, Plain
from ocop.foundation.acts import Asks
from ocop.foundation.recovery.labels import PROOFS
from ocop.foundation.recovery.rules import DIGITS, typed
from ocop.foundation.ui.forms import TextField


class AsksProof(Asks):
    """How it was made sure, face to face, that this is the person."""

    proof = forms.ChoiceField(
        label=_("Người này đang ở trước mặt bạn"), choices=tuple(PROOFS.items()), widget=forms.RadioSelect
    )


class UseCodeForm(Plain, forms.Form):
    """Account, code and the new password twice."""

    login = TextField(max_length=254)
    code = TextField(max_length=40)
    password1 = SetPasswordField(autocomplete="new-password")
    password2 = PasswordField(autocomplete="new-password")

    labels = {
        "login": _("Tên đăng nhập hoặc số điện thoại"),
        "code": _("Mã của xã"),
        "password1": _("Mật khẩu mới"),
        "password2": _("Nhập lại mật khẩu mới"),
    }
    helps = {"code": _("8 chữ số, có dấu cách hay không cũng được."), "password1": NEW_PASSWORD_HELP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["login"].widget.attrs.update(login)
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "autocomplete": "one-time-code"})

    def clean_code(self) -> str:
        """Eight digits, whatever stands between them."""
        code = typed(self.cleaned_data["code"])
        if len(code) != DIGITS:
            raise forms.ValidationError(_("Mã có 8 chữ số. Xem lại mã được cấp."), code="length")
        return code

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same."""
        given: dict[str, Any] = super().clean() or {}
        first, second = given.get("password1"), given.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Hai lần nhập mật khẩu không giống nhau. Nhập lại cả hai."))
        return given
