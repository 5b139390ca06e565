"""The days of the story. They are fixed, so that every text agrees;
what is overdue later simply shows as late.
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
YEAR = 2026
LAST_DAY = date(YEAR, 11, 23)
"""The day on which the story stops and the visitor goes on."""


def day(text: str) -> date:
    """`11-04` is 4 November of the story's year; `2022-11-04` says its year itself."""
    *years, month, number = map(int, text.split("-"))
    return date(years[0] if years else YEAR, month, number)


def moment(text: str) -> datetime:
    """`11-04 09:30` or `2022-11-04 09:30` by the clock in Lào Cai."""
    on, clock = text.split()
    return datetime.combine(day(on), time.fromisoformat(clock), tzinfo=VIETNAM)
