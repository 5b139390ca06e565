"""Rounds of a year and their legal dates (Decision 26/2026, article 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ocop.kernel.law import Regulation

FIRST_YEAR = 2018
LEVEL = "province"


@dataclass(frozen=True)
class LegalDates:
    """The dates that the law gives a round: dossiers proposed before the one, held before the other."""

    proposed_before: date
    held_before: date
    article: str

    @property
    def plan_due_on(self) -> date:
        """When a round that is not opened yet becomes urgent: the first of the month of its closing (R26-12)."""
        return self.proposed_before.replace(day=1)


def legal_dates(regulation: Regulation, year: int, number: int) -> LegalDates | None:
    """The dates of a round of the law in a year; None for a round beyond those of the law (R26-13)."""
    for rule in regulation.rounds:
        if rule.level == LEVEL and rule.number == number:
            return LegalDates(date(year, *rule.proposed_before), date(year, *rule.held_before), rule.article)
    return None


def legal_numbers(regulation: Regulation) -> list[int]:
    """The numbers of the rounds that the law wants every year."""
    return sorted(rule.number for rule in regulation.rounds if rule.level == LEVEL)
