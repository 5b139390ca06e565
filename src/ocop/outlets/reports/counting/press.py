"""Communication carried out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from ocop.casework.communication.labels import CHANNELS
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import Channel, PressState
from ocop.casework.communication.selectors import press_done
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.past import MOST_CASES, in_hand, stage_past
from ocop.outlets.reports.rules import InHand, StagePast


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


def press_in_hand(extent: Extent) -> list[InHand]:
    """Lines proposed or planned for the year, by their planned day."""
    waiting = [PressState.PROPOSED, PressState.PLANNED]
    found = PressItem.objects.filter(place__in=extent.ground, state__in=waiting, planned_on__year=extent.year)
    return in_hand(found, "state", F("planned_on"))


def press_past(on: date) -> dict[str, StagePast]:
    """How the newest ended lines went, from the planned day to the real one."""
    ended = PressItem.objects.filter(state__in=[PressState.DONE, PressState.CANCELLED], planned_on__lte=on)
    cases: list[tuple[str, int | None]] = []
    for planned, done in ended.order_by("-pk").values_list("planned_on", "done_on")[:MOST_CASES]:
        days = (done - planned).days if done else None
        cases += [(PressState.PROPOSED, days), (PressState.PLANNED, days)]
    return stage_past(cases)
