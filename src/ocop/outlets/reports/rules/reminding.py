"""When people are reminded of what comes: so many days before it, and once after a day that was missed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

Schedule = Mapping[str, tuple[int, ...]]

PROVINCE: Schedule = {
    "open": (30, 14, 7, 1, -1),
    "round": (30, 14, 7, 1),
    "ministry": (60, 30, 7, 1),
    "step": (14, 1),
    "task": (14, 7, 1, -1),
    "checks": (-1,),
    "results": (14, 7, 1, -1),
    "meeting": (7, 1),
    "press": (3, -1),
    "closes": (30, 7),
    "end": (30,),
}
"""Officers of the province: days before each sort of event; -1 is the day after."""

SECRETARY: Schedule = {"round": (14, 7), "meeting": (7, 1)}

COMMUNE: Schedule = {
    "round": (30, 14, 7, 1),
    "step": (14, 1),
    "task": (14, 7, 1, -1),
    "checks": (5, 3, 1, -1),
    "press": (3, -1),
}

MEMBER: Schedule = {"meeting": (7, 1), "answers": (7, 3, 1)}

BEFORE_OPENING = timedelta(days=20)
BEFORE_CLOSING = (timedelta(days=10), timedelta(days=1))

MOST_DAYS = 7
"""Days that are made up for when nobody was reminded, a week at the most."""


def term_days(opens: date, closes: date) -> set[date]:
    """When a producer is reminded to renew:
    before the window opens, as it does, in its middle, before it closes.
    """
    inside = {opens + (closes - opens) / 2, *(closes - days for days in BEFORE_CLOSING)}
    return {opens - BEFORE_OPENING, opens, *(day for day in inside if day > opens)}


def is_due(before: Collection[int], on: date, days: Collection[date]) -> bool:
    """Whether one of the days lies so many days before `on`."""
    return any((on - day).days in before for day in days)


def together(schedules: Collection[Schedule]) -> dict[str, set[int]]:
    """What a person of several roles is reminded of."""
    found: dict[str, set[int]] = {}
    for schedule in schedules:
        for sort, before in schedule.items():
            found.setdefault(sort, set()).update(before)
    return found
