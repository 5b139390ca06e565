"""By which days off this installation counts: those of the program, and the years an operator has entered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any, Protocol

from ocop.kernel.calendar import Certainty, DayOff, HolidayTable, shipped
from ocop.registers.programme.models import YearOfDaysOff

KEPT_FOR = 60.0
"""Seconds after which a process reads again what another one may have entered."""


class Recount(Protocol):
    """Counts again by another table what a package above has stored; answers how many days moved."""

    def __call__(self, *, table: HolidayTable, year: int, by: Any, at: datetime) -> int:
        """The act that entered the year says by whom and when."""
        ...


_recounts: list[Recount] = []


def register_due(recount: Recount) -> None:
    """Lets a package above count its stored last days again when days off are entered."""
    _recounts.append(recount)


def recount_all(*, year: int, by: Any, at: datetime) -> int:
    """Counts all of them by what is entered now; answers how many moved."""
    table = _read()
    return sum(recount(table=table, year=year, by=by, at=at) for recount in _recounts)


class _Kept:
    """The table as it was read last, and until when it counts."""

    table: HolidayTable | None = None
    until = 0.0


def table_today() -> HolidayTable:
    """The table to count by. Asked at every count, so the database is asked once a minute."""
    if _Kept.table is None or _Kept.until < monotonic():
        keep(_read())
    assert _Kept.table is not None  # noqa: S101 - just kept
    return _Kept.table


def keep(table: HolidayTable, until: float | None = None) -> None:
    """Counts by this table until a moment of the monotonic clock."""
    _Kept.table, _Kept.until = table, monotonic() + KEPT_FOR if until is None else until


def forget() -> None:
    """What was read no longer counts: a year was entered."""
    _Kept.table = None


def _read() -> HolidayTable:
    table = shipped()
    for row in entered().values():
        table = table.with_year(row.year, Certainty(row.certainty), row.listed())
    return table


def entered() -> dict[int, YearOfDaysOff]:
    """What counts of the years that were entered: the newest row of each."""
    return {
        row.year: row for row in YearOfDaysOff.objects.select_related("entered_by").order_by("year", "pk")
    }


@dataclass(frozen=True)
class KnownYear:
    """A year that is known: how far it can be relied on, its days, and the row where it was entered here."""

    year: int
    certainty: Certainty
    days: list[DayOff]
    row: YearOfDaysOff | None

    @property
    def off(self) -> int:
        """How many days off."""
        return sum(not day.is_worked for day in self.days)

    @property
    def doubtful(self) -> int:
        """How many days are not certain yet."""
        return sum(day.certainty is not Certainty.CONFIRMED for day in self.days)


def known_years() -> list[KnownYear]:
    """Every year that is known, the newest first."""
    table, rows = _read(), entered()
    return [
        KnownYear(year, certainty, list(_days(table, year)), rows.get(year))
        for year, certainty in sorted(table.years.items(), reverse=True)
    ]


def known_year(year: int) -> KnownYear | None:
    """One of them."""
    return next((one for one in known_years() if one.year == year), None)


def _days(table: HolidayTable, year: int) -> Iterator[DayOff]:
    return (day for on, day in sorted(table.days.items()) if on.year == year)
