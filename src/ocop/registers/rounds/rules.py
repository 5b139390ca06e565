"""Rounds of a year, their legal dates, and the round of a proposal (Decision 26/2026, article 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ocop.kernel.law import Regulation

LEVEL = "province"
MINISTRY = "ministry"


@dataclass(frozen=True)
class LegalDates:
    """The dates that the law gives a round: dossiers proposed before the one, held before the other."""

    proposed_before: date
    held_before: date
    article: str

    @property
    def plan_due_on(self) -> date:
        """When a round that is not opened yet becomes urgent:
        the first of the month of its closing (R26-12).
        """
        return self.proposed_before.replace(day=1)


def legal_dates(regulation: Regulation, year: int, number: int, level: str = LEVEL) -> LegalDates | None:
    """The dates of a round of the law in a year;
    None for a round beyond those of the law (R26-13, R26-15).
    """
    for rule in regulation.rounds:
        if rule.level == level and rule.number == number:
            return LegalDates(date(year, *rule.proposed_before), date(year, *rule.held_before), rule.article)
    return None


def legal_numbers(regulation: Regulation, level: str = LEVEL) -> list[int]:
    """The numbers of the rounds that the law wants every year."""
    return sorted(rule.number for rule in regulation.rounds if rule.level == level)


@dataclass(frozen=True)
class RoundName:
    """A round by year and number."""

    year: int
    number: int


@dataclass(frozen=True)
class ProposalRound:
    """The round of a proposal. On the very day of a limit, `or_later` is the other round that it may mean."""

    round: RoundName
    or_later: RoundName | None = None

    @property
    def is_boundary(self) -> bool:
        """Whether a person has to decide: the law says "before" the day, and the proposal bears that day."""
        return self.or_later is not None


def round_of(regulation: Regulation, proposed_on: date) -> ProposalRound | None:
    """The round of the law for a commune's proposal of a day (R26-13);
    None where the law gives rounds no dates.
    """
    limits = [
        (dates.proposed_before, RoundName(year, number))
        for year in (proposed_on.year, proposed_on.year + 1)
        for number in legal_numbers(regulation)
        if (dates := legal_dates(regulation, year, number)) is not None
    ]
    ahead = sorted((limit for limit in limits if limit[0] >= proposed_on), key=lambda limit: limit[0])
    if not ahead:
        return None
    if ahead[0][0] == proposed_on:
        return ProposalRound(ahead[0][1], ahead[1][1])
    return ProposalRound(ahead[0][1])
