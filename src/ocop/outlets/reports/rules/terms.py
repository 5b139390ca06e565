"""What the law says of the terms that end in a year: the latest recognitions among them, and when their
windows of renewal open (Decision 26/2026, articles 4, 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.calendar.periods import period_start
from ocop.kernel.law.in_force import WINDOW_OPENS, legal_period


def latest_ending(year: int) -> int:
    """The last year of recognition whose term has surely ended by the end of `year`, where the year alone is
    known: that of its last day.
    """
    return next((one for one in range(year, 0, -1) if certificate_expiry(date(one, 12, 31)).year <= year), 0)


def windows(year: int) -> Iterator[tuple[date, date, int]]:
    """The days of a year, by how long before each of them the window of a term that ends then opens:
    (first, last, days).
    """
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    opened = (
        (day, (day - period_start(day, legal_period(WINDOW_OPENS, day))).days)
        for day in days
        if day.year == year
    )
    for number, group in groupby(opened, key=lambda one: one[1]):
        alike = [day for day, _days in group]
        yield alike[0], alike[-1], number
