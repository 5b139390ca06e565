"""What may be expected by the end of a year, from the office's own past:
medians and shares, exact fractions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

FEWEST_CASES = 5
"""With fewer ended cases that went through a stage, nothing is foretold from that stage."""


class Risk(StrEnum):
    """How a target stands."""

    MET = "met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class StagePast:
    """Ended cases that went through a stage:
    how many, how many succeeded, and the days these took from there.
    """

    cases: int = 0
    days: tuple[int, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether it may be foretold from: enough cases, and at least one that succeeded."""
        return self.cases >= FEWEST_CASES

    @property
    def share(self) -> Fraction:
        """The share of the cases that succeeded."""
        return Fraction(len(self.days), self.cases) if self.cases else Fraction(0)


@dataclass(frozen=True)
class InHand:
    """Cases under way that came into a stage on one day: how many, and what they count for together when they
    succeed.
    """

    stage: str
    since: date
    number: int = 1
    weight: Fraction = Fraction(1)


@dataclass(frozen=True)
class Outlook:
    """What is expected of the cases in hand; `cases` is how many ended ones it rests on."""

    in_hand: int
    in_time: int
    too_late: int
    too_little_past: int
    expected: Fraction
    cases: int

    @property
    def more(self) -> int:
        """Whole units, rounded down: a forecast promises nothing that is not whole."""
        return self.expected.numerator // self.expected.denominator


def median(values: Sequence[int]) -> Fraction:
    """The middle value; of an even number the mean of the middle two. ValueError for none."""
    if not values:
        raise ValueError("no values")
    ordered, half = sorted(values), len(values) // 2
    return Fraction(ordered[half]) if len(ordered) % 2 else Fraction(ordered[half - 1] + ordered[half], 2)


def look_ahead(in_hand: Iterable[InHand], past: Mapping[str, StagePast], on: date, year_end: date) -> Outlook:
    """Expected by `year_end` of the cases in hand on `on`.

    A case ends the median of its stage's days after it came there, but not before tomorrow; in time, it
    counts with the share of that stage's past cases that succeeded. A stage with fewer than FEWEST_CASES
    ended cases adds nothing.
    """
    in_time = too_late = thin = total = 0
    expected = Fraction(0)
    for case in in_hand:
        total += case.number
        known = past.get(case.stage, StagePast())
        if not known.is_enough:
            thin += case.number
        elif known.days and ends_on(case, known, on) <= year_end:
            in_time += case.number
            expected += known.share * case.weight
        else:
            too_late += case.number
    cases = max((one.cases for one in past.values()), default=0)
    return Outlook(total, in_time, too_late, thin, expected, cases)


def ends_on(case: InHand, known: StagePast, on: date) -> date:
    """The day on which a case may be expected to end; a started day is a whole one."""
    days = median(known.days)
    whole = -(-days.numerator // days.denominator)
    return max(case.since + timedelta(days=whole), on + timedelta(days=1))


def risk_of(
    value: int | Decimal | None, done: int | Decimal, forecast: int | Decimal | None, *, is_over: bool
) -> Risk:
    """How a target of `value` stands; `is_over` says that its year has ended.
    Unknown where there is no number.
    """
    if value is None:
        return Risk.UNKNOWN
    if done >= value:
        return Risk.MET
    if is_over:
        return Risk.MISSED
    if forecast is None:
        return Risk.UNKNOWN
    return Risk.ON_TRACK if forecast >= value else Risk.AT_RISK
