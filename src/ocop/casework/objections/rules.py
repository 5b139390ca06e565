"""Until when a producer may object. Pure: no database, no requests."""

from __future__ import annotations

from datetime import date

from ocop.kernel.calendar import UnknownYear
from ocop.kernel.calendar.periods import add_days


def last_day(told_on: date, days: int | None) -> date | None:
    """The last day of the council's working rules, told_on not counted; on a day off the next working day
    (Civil Code, articles 147 and 148). None where the rules set no period: there is no default.
    """
    if days is None:
        return None
    try:
        return add_days(told_on, days, rolls=True)
    except UnknownYear:
        return add_days(told_on, days)
