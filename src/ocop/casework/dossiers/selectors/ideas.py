"""Reads of ideas that pages, counts and other packages share."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Count

from ocop.casework.dossiers.models.idea import Idea, IdeaQuerySet
from ocop.casework.dossiers.rules.ideas import IdeaState
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    """The first and the last moment of a period of days, both days included, by the clock in Vietnam."""
    return datetime.combine(first, time.min, VIETNAM), datetime.combine(last, time.max, VIETNAM)


def ideas_approved(first: date, last: date, place: Place) -> IdeaQuerySet:
    """Ideas approved from `first` to `last` (both included) on the ground of the place, through time."""
    within = _moments(first, last)
    return Idea.objects.filter(approved_at__range=within, place__in=ground_of(place)).with_names()


def ideas_in_pipeline(first: date, last: date, place: Place) -> dict[str, int]:
    """How many ideas registered in the period stand in each state that still leads somewhere."""
    within = _moments(first, last)
    live = [IdeaState.DRAFT, IdeaState.SUBMITTED, IdeaState.RETURNED, IdeaState.APPROVED]
    rows = Idea.objects.filter(created_at__range=within, place__in=ground_of(place), state__in=live)
    return dict(rows.order_by().values_list("state").annotate(count=Count("pk")))
