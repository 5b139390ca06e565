"""The menu of public pages."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext

from ocop.foundation.ui import context
from ocop.foundation.ui.parts import MenuItem


def register() -> None:
    """Gives the frame of public pages its menu."""
    context.register("public_menu", _public_menu)


def _public_menu(request: HttpRequest) -> list[MenuItem]:
    return [
        MenuItem(pgettext("menu", "Sản phẩm"), reverse("catalogue:products"), "package"),
        MenuItem(pgettext("menu", "Bản đồ"), reverse("catalogue:map"), "map"),
        MenuItem(pgettext("menu", "Du lịch"), reverse("catalogue:spots"), "flag"),
        MenuItem(pgettext("menu", "Kiểm tra mã"), reverse("catalogue:check_form"), "qr-code"),
        MenuItem(pgettext("menu", "Kết quả"), reverse("catalogue:results"), "award"),
        MenuItem(pgettext("menu", "Tin tức"), reverse("catalogue:news"), "megaphone"),
        MenuItem(pgettext("menu", "Bộ tiêu chí"), reverse("regulations:index"), "list-checks"),
    ]
