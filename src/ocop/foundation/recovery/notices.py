"""What the owner of an account is told when others open a way into it. Texts are lazy: each person reads them
in the own language.
"""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.notifications.actions import tell

NOT_YOU = _("Nếu không phải bạn yêu cầu, hãy báo ngay cho người quản trị hệ thống của tỉnh.")


def tell_issued(person: Person, *, by: Person, at: datetime) -> None:
    """Somebody handed out a code for a new password."""
    body = _("Mã dùng được một lần, trong 30 phút. Bạn đã bị đăng xuất ở mọi nơi.")
    tell(
        [person],
        kind="recovery.code_issued",
        subject=format_lazy(_("{by} đã cấp mã đặt lại mật khẩu của bạn"), by=by.full_name),
        body=format_lazy("{} {}", body, NOT_YOU),
        url=reverse("accounts:me"),
        at=at,
    )


def tell_used(person: Person, *, at: datetime) -> None:
    """A code was used: there is a new password."""
    tell(
        [person],
        kind="recovery.code_used",
        subject=_("Mật khẩu của bạn đã được đặt lại bằng mã"),
        body=format_lazy("{} {}", _("Từ nay chỉ mật khẩu mới đăng nhập được."), NOT_YOU),
        url=reverse("accounts:me"),
        at=at,
    )


def tell_second_factor_reset(person: Person, *, by: Person, reason: str, at: datetime) -> None:
    """The second step of signing in was taken away."""
    body = _("Lý do: {reason}. Từ nay chỉ cần mật khẩu; hãy bật lại bước hai ở trang Tài khoản.")
    tell(
        [person],
        kind="recovery.second_factor_reset",
        subject=format_lazy(_("{by} đã bỏ bước xác thực thứ hai của bạn"), by=by.full_name),
        body=format_lazy("{} {}", format_lazy(body, reason=reason.strip().rstrip(".")), NOT_YOU),
        url=reverse("mfa_index"),
        at=at,
    )


def tell_lifted(person: Person, *, at: datetime) -> None:
    """A lock after wrong tries was lifted."""
    tell(
        [person],
        kind="recovery.lock_lifted",
        subject=_("Tài khoản của bạn đã được mở khoá đăng nhập"),
        body=format_lazy("{} {}", _("Trước đó có người gõ sai mật khẩu nhiều lần."), NOT_YOU),
        url=reverse("accounts:me"),
        at=at,
    )
