"""Reads that cross packages."""

from ocop.casework.samples.selectors.done import (
    SAMPLES_RULE,
    demands_due,
    demands_tested,
    demands_waiting,
    is_postponed,
    outcome_for,
)
from ocop.casework.samples.selectors.outcomes import Outcome, outcomes_of, result_words

__all__ = [
    "SAMPLES_RULE",
    "Outcome",
    "demands_due",
    "demands_tested",
    "demands_waiting",
    "is_postponed",
    "outcome_for",
    "outcomes_of",
    "result_words",
]
