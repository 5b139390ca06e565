"""Who may settle doubts of the law."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_settle(who: Who, _thing: object = None) -> Refusal | None:
    """Saying how a doubtful place of the law is applied: officers of the province, with a paper behind it."""
    if who.holds(Role.PROVINCE_OFFICER):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không quyết định được điểm chưa rõ của văn bản."),
        _("Việc này thuộc cơ quan quản lý OCOP cấp tỉnh, theo ý kiến bằng văn bản."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )
