"""Approved product ideas."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.selectors import ideas_approved
from ocop.casework.ideas.states import IDEA_OPEN, IdeaState
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.past import MOST_CASES, in_hand, stage_past
from ocop.outlets.reports.rules import InHand, StagePast

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


def ideas_in_hand(extent: Extent) -> list[InHand]:
    """Ideas that are written or waiting, since they came there."""
    found = _of_sets(extent, Idea.objects.filter(place__in=extent.ground, state__in=sorted(IDEA_OPEN)))
    return in_hand(found, "state", TruncDate(Coalesce("submitted_at", "created_at")))


def idea_past(on: date) -> dict[str, StagePast]:
    """How the newest ended ideas went: from the first words and from the sending to the approval."""
    ended = Idea.objects.filter(state__in=ENDED, created_at__date__lte=on).order_by("-pk")
    cases: list[tuple[str, int | None]] = []
    for made, sent, approved_at in ended.values_list("created_at", "submitted_at", "approved_at")[
        :MOST_CASES
    ]:
        end = timezone.localdate(approved_at) if approved_at else None
        cases.append((IdeaState.DRAFT, (end - timezone.localdate(made)).days if end else None))
        if sent:
            days = (end - timezone.localdate(sent)).days if end else None
            cases += [(IdeaState.SUBMITTED, days), (IdeaState.RETURNED, days)]
    return stage_past(cases)
