"""The periods of reports: quarter, half-year, year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class PeriodKind(StrEnum):
    """How long a period is."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


MONTHS = {PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_WORD = re.compile(r"(quy|nua)-(\d)|nam")


@dataclass(frozen=True)
class Period:
    """A period of a year; `number` counts from 1, and is 1 for the whole year."""

    kind: PeriodKind
    number: int
    year: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, MONTHS[self.kind] * (self.number - 1) + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = MONTHS[self.kind] * self.number
        return date(self.year, 12, 31) if month == 12 else date(self.year, month + 1, 1) - timedelta(days=1)

    @property
    def slug(self) -> str:
        """Its word in an address: quy-3, nua-1, nam."""
        return {"quarter": f"quy-{self.number}", "half": f"nua-{self.number}", "year": "nam"}[self.kind]


def periods(year: int) -> list[Period]:
    """Every period of a year: four quarters, two halves, the year."""
    kinds = [PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR]
    return [Period(kind, number, year) for kind in kinds for number in range(1, 12 // MONTHS[kind] + 1)]


def period(slug: str, year: int) -> Period | None:
    """The period of a word in an address; None for a word that means none."""
    if not _WORD.fullmatch(slug):
        return None
    return next((one for one in periods(year) if one.slug == slug), None)


def period_after(one: Period) -> Period:
    """The period of the same length that follows."""
    if one.number * MONTHS[one.kind] == 12:
        return Period(one.kind, 1, one.year + 1)
    return Period(one.kind, one.number + 1, one.year)
