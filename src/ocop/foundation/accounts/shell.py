"""What every signed-in page shows under the person's name."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.ui import context
from ocop.foundation.ui.parts import MenuItem


def register() -> None:
    """Gives the page frame the menu of one's own account."""
    context.register("account_menu", _account_menu)


def _account_menu(request: HttpRequest) -> list[MenuItem]:
    return [
        MenuItem(_("Tài khoản của tôi"), reverse("accounts:me"), "user"),
        MenuItem(_("Xác thực hai bước"), reverse("mfa_index"), "shield-check"),
    ]
