"""By when the dossiers of a meeting must be with its members, and which came later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from ocop.casework.review.models import AgendaItem, Meeting, WorkingRules
from ocop.casework.review.selectors.councils import rules_in_force
from ocop.kernel.calendar import UnknownYear, working_day_before


def pack_due_on(meeting: Meeting, rules: WorkingRules | None = None) -> date | None:
    """The last day on which the members get the dossiers: so many working days before the meeting as the
    working rules say. None where they say nothing, or where the days off of the year are not known.
    """
    rules = rules or meeting.rules or rules_in_force(meeting.council, meeting.starts_at)
    if rules is None or rules.pack_days is None:
        return None
    try:
        return working_day_before(timezone.localdate(meeting.starts_at), rules.pack_days)
    except UnknownYear:
        return None


def late_packs(due: date | None, items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The products whose dossiers were opened to the members, by the agenda, after that day."""
    return [] if due is None else [item for item in items if timezone.localdate(item.created_at) > due]
