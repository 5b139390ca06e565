"""When people are reminded of what comes: so many days before it, and once after a day that was missed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

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
    "order": (7, 1, -1),
    "demand": (14, 7, 1, -1),
    "revoke": (10, 5, 3, 1, -1),
    "redo": (30, 14, 7, 1, -1),
}
"""Officers of the province: days before each sort of event; -1 is the day after."""

SIGNER: Schedule = {"revoke": (5, 3, 1, -1), "redo": (14, 7, 1, -1)}
"""Whoever signs decisions on revocations (article 8(4)) and on what the ministry wants again (10(1)(b))."""

PRODUCER: Schedule = {"order": (7, 3, 1, -1, -7), "demand": (14, 7, 3, 1, -1, -7)}
"""The producer's people: what an inspection of the province or the Ministry told them to put right."""

SECRETARY: Schedule = {"round": (14, 7), "meeting": (7, 1), "redo": (30, 14, 7, 1)}

COMMUNE: Schedule = {
    "round": (30, 14, 7, 1),
    "step": (14, 1),
    "task": (14, 7, 1, -1),
    "checks": (5, 3, 1, -1),
    "press": (3, -1),
    "order": (7, -1),
    "demand": (7, -1),
}

MEMBER: Schedule = {"meeting": (7, 1), "answers": (7, 3, 1)}

MOST_DAYS = 7
"""Days that are made up for when nobody was reminded, a week at the most."""


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
