"""The forms of allauth in our words: calm, with labels instead of placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.permissions import refuse_phone
from ocop.foundation.accounts.rules import sign_in_name
from ocop.foundation.accounts.tries import person_named
from ocop.foundation.ui.forms import Calm, TextField

NEW_PASSWORD_HELP = _("Ít nhất 10 ký tự, không giống tên của bạn. Một câu ngắn dễ nhớ là tốt nhất.")


class Plain(Calm):
    """Takes away placeholders, which vanish when one begins to type, and puts our labels and help."""

    labels: dict[str, Any] = {}
    helps: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")


class SignInForm(Plain, account.LoginForm):
    """Sign-in name, phone number or e-mail, and the password."""

    labels = {"login": _("Tên đăng nhập, số điện thoại hoặc thư điện tử"), "password": _("Mật khẩu")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attrs = {"autocomplete": "username webauthn", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["login"].widget.attrs.update(attrs)

    def clean_login(self) -> str:
        """A phone number in any writing is found under its stored form, and leads to whose it is."""
        login = super().clean_login()
        if "@" in login:
            return login
        person = person_named(login)
        return person.username if person else sign_in_name(login)


class SignUpForm(Plain, account.SignupForm):
    """A new account: for producers, who come without an invitation."""

    full_name = TextField(
        label=_("Họ và tên"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )

    field_order = ("full_name", "username", "password1", "email")
    labels = {
        "username": _("Số điện thoại hoặc tên đăng nhập"),
        "password1": _("Mật khẩu"),
        "email": _("Thư điện tử"),
    }
    helps = {
        "username": _("Dùng để đăng nhập. Ví dụ 0912 345 678 hoặc htx.banlau."),
        "password1": NEW_PASSWORD_HELP,
        "email": _("Để nhận thông báo và lấy lại mật khẩu."),
    }

    def clean_username(self) -> str:
        """Kept in one form, so that 0912 345 678 and +84912345678 are the same person."""
        name = self.cleaned_data["username"] = sign_in_name(self.cleaned_data["username"])
        if refusal := refuse_phone(name):
            raise forms.ValidationError(str(refusal), code=refusal.code)
        return super().clean_username()

    def validate_unique_email(self, value: str) -> str:
        """Says nothing about other accounts; whose address it is shows when it is confirmed."""
        return value

    def save(self, request: HttpRequest) -> Any:
        """The new person. The e-mail counts only once it is confirmed from its mailbox."""
        email = self.cleaned_data.pop("email", "")
        person = super().save(request)
        if email:
            pending = account.AddEmailForm(person, {"email": email})
            if pending.is_valid():
                pending.save(request)
        return person


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """The old password, and a new one."""

    labels = {
        "oldpassword": _("Mật khẩu hiện tại"),
        "password1": _("Mật khẩu mới"),
        "password2": _("Nhập lại mật khẩu mới"),
    }
    helps = {"password1": NEW_PASSWORD_HELP}


class SetPasswordForm(Plain, account.SetPasswordForm):
    """A first password, for who signed in without one."""

    labels = {"password1": _("Mật khẩu mới"), "password2": _("Nhập lại mật khẩu mới")}
    helps = {"password1": NEW_PASSWORD_HELP}


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    """The mailbox to which the link goes."""

    labels = {"email": _("Thư điện tử của tài khoản")}


class ResetPasswordKeyForm(Plain, account.ResetPasswordKeyForm):
    """The new password, behind the link."""

    labels = {"password1": _("Mật khẩu mới"), "password2": _("Nhập lại mật khẩu mới")}
    helps = {"password1": NEW_PASSWORD_HELP}


class AddEmailForm(Plain, account.AddEmailForm):
    """A new e-mail address."""

    labels = {"email": _("Thư điện tử mới")}


class ReauthenticateForm(Plain, account.ReauthenticateForm):
    """The password once more before something grave."""

    labels = {"password": _("Mật khẩu")}


class CodeForm(Plain):
    """A code of six digits from a phone, or of eight from paper."""

    labels = {"code": _("Mã xác nhận")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "autocomplete": "one-time-code"})


class AuthenticateForm(CodeForm, mfa.AuthenticateForm):
    """The second step of signing in."""

    helps = {"code": _("6 chữ số trong ứng dụng xác thực, hoặc một mã khôi phục 8 chữ số.")}


class ReauthenticateCodeForm(CodeForm, mfa.ReauthenticateForm):
    """A code once more before something grave."""


class ActivateTOTPForm(CodeForm, totp.ActivateTOTPForm):
    """The first code shows that the phone has the secret."""

    helps = {"code": _("6 chữ số mà ứng dụng đang hiện.")}


class KeyForm(Plain):
    """What a key answered. allauth trusts its shape; a forged one must be refused, not break the page."""

    cleaned_data: dict[str, Any]

    def clean_credential(self) -> Any:
        """Refused where the answer cannot be read."""
        clean = getattr(super(), "clean_credential", lambda: self.cleaned_data["credential"])
        with _unreadable():
            return clean()


@contextmanager
def _unreadable() -> Iterator[None]:
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise forms.ValidationError(_("Không đọc được khoá này."), code="unreadable") from fault


class AddKeyForm(KeyForm, webauthn.AddWebAuthnForm):
    """A name for the key, and whether it signs in alone."""

    name = TextField(max_length=100, required=False)

    labels = {
        "name": _("Đặt tên cho khoá"),
        "passwordless": _("Đăng nhập chỉ bằng khoá này, không cần mật khẩu"),
    }
    helps = {"passwordless": _("Máy sẽ hỏi vân tay, khuôn mặt hoặc mã PIN.")}

    def clean(self) -> dict[str, Any]:
        """As above: the answer is read here."""
        with _unreadable():
            return super().clean()


class SignInKeyForm(KeyForm, webauthn.LoginWebAuthnForm):
    """Signing in by a key alone."""


class SecondStepKeyForm(KeyForm, webauthn.AuthenticateWebAuthnForm):
    """A key as the second step."""


class ReauthenticateKeyForm(KeyForm, webauthn.ReauthenticateWebAuthnForm):
    """A key once more before something grave."""


class EditKeyForm(Plain, webauthn.EditWebAuthnForm):
    """Another name for a key."""

    name = TextField(max_length=100)

    labels = {"name": _("Tên khoá")}
