"""The round of a proposal, the office's decisions on limit days included; the rounds of the ministry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ocop.registers.products.selectors import regulation_on
from ocop.registers.programme.models import Programme
from ocop.registers.rounds.models import BoundaryDecision
from ocop.registers.rounds.rules import MINISTRY, LegalDates, RoundName, legal_dates, legal_numbers, round_of


def round_for(programme: Programme, proposed_on: date) -> RoundName | None:
    """The round of a commune's proposal;
    None where the law gives none, or where a limit day is not decided yet.
    """
    regulation = regulation_on(proposed_on)
    found = round_of(regulation, proposed_on) if regulation else None
    if found is None or not found.is_boundary:
        return found.round if found else None
    decided = programme.boundary_decisions.filter(proposed_on=proposed_on).first()
    return RoundName(decided.year, decided.number) if decided else None


def awaits_round(programme: Programme, proposed_on: date) -> bool:
    """Whether a proposal bears the date of a limit day of which the office has not decided yet (R26-13)."""
    regulation = regulation_on(proposed_on)
    found = round_of(regulation, proposed_on) if regulation else None
    is_limit = found is not None and found.is_boundary
    return is_limit and round_for(programme, proposed_on) is None


@dataclass(frozen=True)
class Boundary:
    """A limit day with the two rounds that it may mean, and the decision where there is one."""

    on: date
    this: RoundName
    later: RoundName
    decision: BoundaryDecision | None


def boundaries(programme: Programme, on: date) -> list[Boundary]:
    """The limit days of this year and the next."""
    regulation = regulation_on(on)
    if regulation is None:
        return []
    made = {one.proposed_on: one for one in programme.boundary_decisions.all()}
    days = [
        dates.proposed_before
        for year in (on.year, on.year + 1)
        for number in legal_numbers(regulation)
        if (dates := legal_dates(regulation, year, number)) is not None
        and regulation_on(dates.proposed_before) == regulation  # not a day before it came into force
    ]
    found = [(day, round_of(regulation, day)) for day in sorted(days)]
    return [
        Boundary(day, one.round, one.or_later, made.get(day)) for day, one in found if one and one.or_later
    ]


def ministry_rounds(on: date) -> list[LegalDates]:
    """The ministry's rounds that a proposal of 5 stars can still reach within a year,
    the next one first (R26-15).
    """
    regulation = regulation_on(on)
    if regulation is None:
        return []
    found = [
        dates
        for year in (on.year, on.year + 1)
        for number in legal_numbers(regulation, MINISTRY)
        if (dates := legal_dates(regulation, year, number, MINISTRY)) is not None
        and dates.proposed_before > on
    ]
    return sorted(found, key=lambda dates: dates.proposed_before)[:2]
