"""Who may open rounds and settle doubts of the law."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.refusals import Refusal


def refuse_manage(person: Any, at: datetime) -> Refusal | None:
    """Rounds and settled doubts: officers of the province."""
    if holds(person, Role.PROVINCE_OFFICER, at):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không mở được đợt đánh giá."),
        _("Việc này thuộc cơ quan quản lý OCOP cấp tỉnh."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def refuse_settle(person: Any, at: datetime) -> Refusal | None:
    """Saying how a doubtful place of the law is applied: officers of the province, with a paper behind it."""
    if holds(person, Role.PROVINCE_OFFICER, at):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không quyết định được điểm chưa rõ của văn bản."),
        _("Việc này thuộc cơ quan quản lý OCOP cấp tỉnh, theo ý kiến bằng văn bản."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )
