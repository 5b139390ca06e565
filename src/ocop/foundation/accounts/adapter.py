"""How allauth behaves in this house:
our sentences, our addresses,
and a limit that locks out neither a person from elsewhere nor a whole hall.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import phone_number
from ocop.foundation.audit.actions import record
from ocop.foundation.ui.addresses import in_language

WRONG = _("Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.")


TAKEN = _("Địa chỉ này đã thuộc một tài khoản khác.")


class AccountAdapter(DefaultAccountAdapter):
    """The hooks of allauth that differ here."""

    # one sentence for a wrong name and a wrong password: nobody learns which names exist
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "username_taken": _(
            "Tên đăng nhập này đã có người dùng. Chọn tên khác, hoặc đăng nhập nếu đó là bạn."
        ),
        "too_many_login_attempts": _(
            "Sai quá nhiều lần. Chờ 5 phút rồi thử lại, lấy lại mật khẩu, hoặc nhờ người quản trị mở khoá."
        ),
    }

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """A new person, with the full name and, where they sign in by it, the phone number."""
        user.full_name = form.cleaned_data["full_name"]
        user.phone = phone_number(form.cleaned_data["username"])
        return super().save_user(request, user, form, commit)

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        """Refused where the address meanwhile belongs to another account; a confirmation is recorded."""
        others = Person.objects.exclude(pk=email_address.user_id)
        if others.filter(email=email_address.email).exists():
            self.add_message(request, messages.ERROR, message=str(TAKEN))
            return False
        confirmed = super().confirm_email(request, email_address)
        if confirmed:
            record("person.confirm_email", email_address.user, by=email_address.user, at=timezone.now())
        return bool(confirmed)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The person's work, in the person's language."""
        return str(translate_url(super().get_login_redirect_url(request), _language(request.user)))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account, where the success is told."""
        return reverse("accounts:me")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        """To the account where somebody is signed in, otherwise to the sign-in page."""
        name = "accounts:me" if self.request.user.is_authenticated else "account_login"
        return reverse(name)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the language of the person, with links to the pages in it; for strangers in that of the page."""
        person = context.get("user") or Person.objects.filter(email=email).first()
        if person is None:
            super().send_mail(template_prefix, email, context)
            return
        links = {name: in_language(url, _language(person)) for name, url in context.items() if _is_link(name)}
        with override(_language(person)):
            super().send_mail(template_prefix, email, context | links)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counted in the database, by account and address, instead of in the cache of one process."""
        if not tries.count(_login(credentials), self.get_client_ip(request), timezone.now()):
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The person, where name and password are right; then the try does not count."""
        person = super().authenticate(request, **credentials)
        if person:
            tries.take_back(_login(credentials), self.get_client_ip(request), timezone.now())
        return person

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        """Whoever set a new password by mail begins anew."""
        if person := tries.person_named(_login(credentials)):
            tries.clear(person)


def _login(credentials: dict[str, Any]) -> str:
    return str(credentials.get("username") or credentials.get("email") or "")


def _is_link(name: str) -> bool:
    return name.endswith("_url")


def _language(person: Any) -> str:
    return str(person.language)
