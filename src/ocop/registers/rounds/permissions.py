"""Who may open rounds and decide on limit days."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_manage(who: Who, _thing: object = None) -> Refusal | None:
    """Rounds and limit days: officers of the province."""
    if who.holds(Role.PROVINCE_OFFICER):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không mở được đợt đánh giá."),
        _("Việc này thuộc cơ quan quản lý OCOP cấp tỉnh."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )
