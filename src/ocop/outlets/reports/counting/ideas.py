"""Approved product ideas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.selectors import ideas_approved
from ocop.casework.ideas.states import IDEA_OPEN, IdeaState
from ocop.outlets.reports.counting.asking import Question, cases_of
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.past import DayPast, Took, days_between

ENDED = (IdeaState.APPROVED, IdeaState.REFUSED, IdeaState.WITHDRAWN)


def approved(extent: Extent) -> QuerySet[Any]:
    """Ideas approved in the period."""
    found = ideas_approved(extent.first, extent.last, extent.place).filter(place__in=extent.ground)
    return _of_sets(extent, found).order_by("approved_at", "pk")


def _of_sets(extent: Extent, found: QuerySet[Any]) -> QuerySet[Any]:
    return found.filter(set_number__in=extent.set_numbers) if extent.set_numbers else found


def record_of_idea(row: Idea) -> Record:
    """An idea, dated by its approval."""
    on = timezone.localdate(row.approved_at) if row.approved_at else None
    return Record(f"idea:{row.key}", row.name, row.get_absolute_url(), on, row.proposer)


def ideas_in_hand(extent: Extent) -> Question:
    """Ideas that are written or waiting, since they came there."""
    found = _of_sets(extent, Idea.objects.filter(place__in=extent.ground, state__in=sorted(IDEA_OPEN)))
    return cases_of(found, "state", TruncDate(Coalesce("submitted_at", "created_at")))


def _took(made: date, sent: date | None, approved_on: date | None) -> Iterator[Took]:
    yield IdeaState.DRAFT, days_between(made, approved_on)
    if sent:
        days = days_between(sent, approved_on)
        yield IdeaState.SUBMITTED, days
        yield IdeaState.RETURNED, days


PAST = DayPast(
    "ideas",
    lambda on: [Idea.objects.filter(state__in=ENDED, created_at__date__lte=on)],
    (TruncDate("created_at"), TruncDate("submitted_at"), TruncDate("approved_at")),
    _took,
)
"""How ended ideas went: from the first words and from the sending to the approval."""
