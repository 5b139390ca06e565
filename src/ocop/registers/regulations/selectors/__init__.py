"""Reads of the law for pages."""

from ocop.registers.regulations.selectors.browsing import (
    Hit,
    Need,
    doubts,
    find_regulation,
    needs,
    procedures,
    regulations,
    same_set,
    search,
)
from ocop.registers.regulations.selectors.practice import (
    Outcome,
    answers,
    outcome,
    practice_data,
    practice_rubric,
)
from ocop.registers.regulations.selectors.wording import official_wording

__all__ = [
    "Hit",
    "Need",
    "Outcome",
    "answers",
    "doubts",
    "find_regulation",
    "needs",
    "official_wording",
    "outcome",
    "practice_data",
    "practice_rubric",
    "procedures",
    "regulations",
    "same_set",
    "search",
]
