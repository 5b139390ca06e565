"""Working days: Monday to Friday less the days off,
plus the days worked in exchange (Labour Code, 111 and 112).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from ocop.kernel.text import Label

DATA = Path(__file__).parent / "data"
ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Certainty(StrEnum):
    """How far a year or a day of the table can be relied on."""

    CONFIRMED = "confirmed"
    TO_CHECK = "to_check"  # reported; the official text has not been compared
    PROVISIONAL = "provisional"  # expected; the official decision is not published


@dataclass(frozen=True)
class DayOff:
    """A day that differs from the plain week:
    a weekday off, or a weekend day that `is_worked` in exchange.
    """

    on: date
    is_worked: bool
    certainty: Certainty
    label: Label


class UnknownYear(LookupError):  # noqa: N818 - the name is part of the published interface
    """The days off of `year` are needed and not in the table:
    the calculation stops instead of guessing (L20-5).
    """

    def __init__(self, year: int) -> None:
        super().__init__(f"no holiday table for {year}")
        self.year = year

    @property
    def label(self) -> Label:
        """What is missing and what to do, in words."""
        return Label(
            f"Chưa có lịch nghỉ lễ năm {self.year} nên không tính được hạn. Hãy bổ sung năm đó vào bảng ngày "
            f"nghỉ.",
            f"The days off of {self.year} are not known, so no date can be given. Add that year to the "
            f"holiday table.",
        )


@dataclass(frozen=True)
class HolidayTable:
    """The years that are known, with their certainty,
    and every day of them that differs from the plain week.
    """

    years: Mapping[int, Certainty]
    days: Mapping[date, DayOff]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on `day`. UnknownYear outside the table, on weekends too:
        any of them may be swapped.
        """
        if day.year not in self.years:
            raise UnknownYear(day.year)
        if listed := self.days.get(day):
            return listed.is_worked
        return day.weekday() < SATURDAY

    def working_days(self, start: date, end: date) -> int:
        """How many days offices work after `start` up to and including `end`, which is no earlier.
        UnknownYear where one of these days lies outside the table.
        """
        if start < end and (strange := {*range((start + ONE_DAY).year, end.year + 1)} - self.years.keys()):
            raise UnknownYear(min(strange))
        listed = (day for day in self.days.values() if start < day.on <= end)
        return (
            _weekdays_until(end)
            - _weekdays_until(start)
            + sum(day.is_worked - (day.on.weekday() < SATURDAY) for day in listed)
        )

    def with_year(self, year: int, certainty: Certainty, days: Iterable[DayOff]) -> HolidayTable:
        """The same table with one year more, or with another list of a year that it has."""
        others = {on: day for on, day in self.days.items() if on.year != year}
        return HolidayTable({**self.years, year: certainty}, {**others, **{day.on: day for day in days}})


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays since the first day of the calendar, a Monday, that day included."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * SATURDAY + min(rest, SATURDAY)


def read_table(folder: Path) -> HolidayTable:
    """A table from `years_vn.csv` and `holidays_vn.csv` of a folder.
    ValueError for a day of an unlisted year.
    """
    years = {int(row["year"]): Certainty(row["certainty"]) for row in _rows(folder / "years_vn.csv")}
    days = {day.on: day for day in map(_day, _rows(folder / "holidays_vn.csv"))}
    if strays := sorted({day.year for day in days} - years.keys()):
        raise ValueError(f"days off in years that are not listed: {strays}")
    return HolidayTable(years, days)


@cache
def shipped() -> HolidayTable:
    """The table that comes with the program."""
    return read_table(DATA)


class _Source:
    """Where the table comes from: the program, until an installation says that it knows more years."""

    read: Callable[[], HolidayTable] = staticmethod(shipped)


def know_more(read: Callable[[], HolidayTable]) -> None:
    """From now on every count goes by the table that `read` gives; it is asked each time."""
    _Source.read = staticmethod(read)


def vietnam() -> HolidayTable:
    """The table by which days are counted here: that of the program, with the years an office has added."""
    return _Source.read()


def is_working_day(day: date, table: HolidayTable | None = None) -> bool:
    """Whether offices work on `day` (L20-5). UnknownYear when its year is not in the table."""
    return (table or vietnam()).is_working_day(day)


def roll_to_working_day(day: date, table: HolidayTable | None = None) -> date:
    """`day` itself, or the next working day when it is a day off (Civil Code article 148(5), L20-2)."""
    while not is_working_day(day, table):
        day += ONE_DAY
    return day


def add_working_days(day: date, n: int, table: HolidayTable | None = None) -> date:
    """The `n`-th working day after `day`; `day` itself is not counted (Civil Code article 147, L20-1)."""
    if n < 0:
        raise ValueError("a period is not negative")
    for _ in range(n):
        day = roll_to_working_day(day + ONE_DAY, table)
    return day


def working_day_before(day: date, n: int, table: HolidayTable | None = None) -> date:
    """The `n`-th working day before `day`; `day` itself is not counted."""
    if n < 0:
        raise ValueError("a period is not negative")
    for _ in range(n):
        day -= ONE_DAY
        while not is_working_day(day, table):
            day -= ONE_DAY
    return day


def doubtful_days(start: date, end: date, table: HolidayTable | None = None) -> list[DayOff]:
    """The days after `start` up to `end` on which a count of working days rests and that are not confirmed
    yet.
    """
    days = (table or vietnam()).days.values()
    return sorted(
        (day for day in days if start < day.on <= end and day.certainty is not Certainty.CONFIRMED),
        key=lambda day: day.on,
    )


def provisional_years(start: date, end: date, table: HolidayTable | None = None) -> list[int]:
    """The years of a span whose official days off are not published,
    so that a date in them may still move.
    """
    years = (table or vietnam()).years
    return [y for y in range(start.year, end.year + 1) if years.get(y) is Certainty.PROVISIONAL]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(row: Mapping[str, str]) -> DayOff:
    kinds = {"off": False, "working": True}
    label = Label(row["name_vi"], row["name_en"])
    return DayOff(date.fromisoformat(row["date"]), kinds[row["kind"]], Certainty(row["certainty"]), label)
