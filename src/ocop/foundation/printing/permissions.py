"""Who sees which papers are not made: whoever runs the system."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.permissions import ASK_OPERATOR, refuse_manage_people
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_printouts(who: Who) -> Refusal | None:
    """Operators, and whoever repairs the installation."""
    if refuse_manage_people(who.person, who.at) is None:
        return None
    return Refusal(
        "not_operator",
        _("Bạn không xem được các bản PDF đang chờ lập."),
        _("Việc này của người quản trị."),
        ASK_OPERATOR,
    )
