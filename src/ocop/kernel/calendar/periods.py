"""Periods in days, months and working days (Civil Code, articles 145 to 148).
Dates are local to Vietnam (L20-4).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from ocop.kernel.calendar.days import HolidayTable, add_working_days, roll_to_working_day
from ocop.kernel.law.model import Period


def add_days(day: date, n: int, rolls: bool = False, table: HolidayTable | None = None) -> date:
    """The last day of a period of `n` days; `day` itself is not counted (articles 147, 148(1); L20-1, L20-2).

    With `rolls` an end on a day off moves to the next working day (article 148(5)).
    """
    if n < 0:
        raise ValueError("a period is not negative")
    end = day + timedelta(days=n)
    return roll_to_working_day(end, table) if rolls else end


def add_months(day: date, n: int, rolls: bool = False, table: HolidayTable | None = None) -> date:
    """The corresponding day `n` months on, or that month's last day where it has none (article 148(3),
    L20-2).

    With `rolls` an end on a day off moves to the next working day (article 148(5)).
    """
    if n < 0:
        raise ValueError("a period is not negative")
    years, month = divmod(day.month - 1 + n, 12)
    year, month = day.year + years, month + 1
    if year > date.max.year:
        raise OverflowError("date value out of range")
    end = date(year, month, min(day.day, monthrange(year, month)[1]))
    return roll_to_working_day(end, table) if rolls else end


def period_end(start: date, period: Period, table: HolidayTable | None = None) -> date:
    """The last day of a regulation's period that begins with an event on `start`.
    ValueError for an unknown unit.
    """
    if period.unit == "working_days":
        return add_working_days(start, period.amount, table)
    if period.unit == "days":
        return add_days(start, period.amount, period.rolls, table)
    if period.unit == "months":
        return add_months(start, period.amount, period.rolls, table)
    raise ValueError(f"unknown unit of a period: {period.unit!r}")


def period_start(end: date, period: Period) -> date:
    """The day that lies a period of plain days or months before `end`. ValueError for working days.

    Of a month without the corresponding day it is the last one. OverflowError before the year 1.
    """
    if period.unit == "days":
        return end - timedelta(days=period.amount)
    if period.unit != "months":
        raise ValueError(f"a period is not counted backwards in {period.unit!r}")
    years, month = divmod(end.month - 1 - period.amount, 12)
    year, month = end.year + years, month + 1
    if year < date.min.year:
        raise OverflowError("date value out of range")
    return date(year, month, min(end.day, monthrange(year, month)[1]))


def term_between(first: date, last: date) -> Period:
    """The term that a certificate was given:
    in months where they lead from its first to its last day, else in days.
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 0 and add_months(first, months) == last:
        return Period(months, "months", False, "")
    return Period((last - first).days, "days", False, "")
