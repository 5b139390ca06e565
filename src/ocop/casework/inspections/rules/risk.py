"""Who is inspected in a year: by risk, then by turn, nobody twice without a reason (article 9(2))."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ocop.casework.inspections.rules.weights import Weights

REPORTS_COUNT = timedelta(days=365)
"""For how long a report of misuse counts."""
YEARS_SHOWN = 3
"""How many years of visits are shown for a producer, so that fairness can be seen."""


class Why(StrEnum):
    """Reasons to inspect a product."""

    SECTOR = "sector"
    STARS = "stars"
    UNCHECKED = "unchecked"
    OPEN_ORDER = "open_order"
    REPORTS = "reports"
    ENDING = "ending"


AGAIN = frozenset({Why.OPEN_ORDER, Why.REPORTS})
"""Reasons for which a producer is visited a second time in a year."""


@dataclass(frozen=True)
class Facts:
    """What is known of a recognised product on the day on which the list is drawn.

    `since` is the day of the last check, or where there was none the first day of the recognition; None where
    neither is known. `visits` counts inspections of the producer in the year of the plan.
    """

    product: int
    producer: int
    sector: str = ""
    stars: int = 0
    since: date | None = None
    was_checked: bool = False
    open_orders: int = 0
    reports: int = 0
    expires_on: date | None = None
    visits: int = 0


@dataclass(frozen=True)
class Reason:
    """One reason with its points; `number` is what its words count: stars, years, orders, reports, days."""

    why: Why
    points: int
    number: int = 0
    word: str = ""


@dataclass(frozen=True)
class Ranked:
    """A product with its reasons."""

    facts: Facts
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """All its points."""
        return sum(one.points for one in self.reasons)


def reasons_of(facts: Facts, weights: Weights, on: date) -> tuple[Reason, ...]:
    """Why the product should be inspected, reasons without points left out."""
    years = 0 if facts.since is None else whole_years(facts.since, on)
    reports = min(facts.reports, weights.most_reports)
    days = -1 if facts.expires_on is None else (facts.expires_on - on).days
    ends = 0 <= days <= weights.ending_days
    found = (
        Reason(Why.SECTOR, weights.sectors.get(facts.sector, 0), word=facts.sector),
        Reason(Why.STARS, weights.stars.get(str(facts.stars), 0), facts.stars),
        Reason(Why.UNCHECKED, weights.year_unchecked * min(years, weights.most_years), years),
        Reason(Why.OPEN_ORDER, weights.open_order if facts.open_orders else 0, facts.open_orders),
        Reason(Why.REPORTS, weights.report * reports, facts.reports),
        Reason(Why.ENDING, weights.ending if ends else 0, days),
    )
    return tuple(one for one in found if one.points)


def whole_years(since: date, on: date) -> int:
    """Whole years from one day to another; 0 for a day that has not come."""
    return max(0, on.year - since.year - ((on.month, on.day) < (since.month, since.day)))


def rank(products: Iterable[Facts], weights: Weights, on: date) -> list[Ranked]:
    """By points, then by turn: who waits longest comes first, those of whom no day is known before all."""
    ranked = [Ranked(one, reasons_of(one, weights, on)) for one in products]
    return sorted(ranked, key=lambda one: (-one.points, one.facts.since or date.min, one.facts.product))


def may_visit(products: Iterable[Ranked]) -> bool:
    """Whether a producer may be visited, given all its products: once a year, again only with a reason."""
    rows = list(products)
    return all(row.facts.visits == 0 for row in rows) or any(
        reason.why in AGAIN for row in rows for reason in row.reasons
    )


def draft(
    products: Iterable[Facts], weights: Weights, on: date, visits: int
) -> tuple[list[Ranked], list[int]]:
    """The list of a year for so many visits: all products of the producers chosen, producers in the order of
    their first product; and the producers who were left out because they had their visit.
    """
    groups: dict[int, list[Ranked]] = {}
    for one in rank(products, weights, on):
        groups.setdefault(one.facts.producer, []).append(one)
    allowed = {producer: rows for producer, rows in groups.items() if may_visit(rows)}
    chosen: Sequence[list[Ranked]] = list(allowed.values())[:visits]
    return [row for rows in chosen for row in rows], [one for one in groups if one not in allowed]
