"""Communication carried out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from ocop.casework.communication.labels import CHANNELS
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import Channel, PressState
from ocop.casework.communication.selectors import press_done
from ocop.outlets.reports.counting.asking import Question, cases_of
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.past import DayPast, Took, days_between


def carried_out(extent: Extent) -> QuerySet[Any]:
    """Lines of the press plan carried out in the period;
    a line counts once, however often it was broadcast.
    """
    found = press_done(extent.first, extent.last, extent.place).filter(place__in=extent.ground)
    return found.select_related("place")


def record_of_press(row: PressItem) -> Record:
    """A line, dated by the day on which it began."""
    detail = f"{CHANNELS[Channel(row.channel)]} · {row.place.local_name}"
    return Record(f"press:{row.key}", row.title, row.get_absolute_url(), row.done_on, detail)


def press_in_hand(extent: Extent) -> Question:
    """Lines proposed or planned for the year, by their planned day."""
    waiting = [PressState.PROPOSED, PressState.PLANNED]
    found = PressItem.objects.filter(place__in=extent.ground, state__in=waiting, planned_on__year=extent.year)
    return cases_of(found, "state", F("planned_on"))


def _ended(on: date) -> list[QuerySet[Any]]:
    return [PressItem.objects.filter(state__in=[PressState.DONE, PressState.CANCELLED], planned_on__lte=on)]


def _took(planned: date, done: date | None, _none: None) -> list[Took]:
    days = days_between(planned, done)
    return [(PressState.PROPOSED, days), (PressState.PLANNED, days)]


PAST = DayPast("press", _ended, ("planned_on", "done_on"), _took)
"""How ended lines went, from the planned day to the real one."""
