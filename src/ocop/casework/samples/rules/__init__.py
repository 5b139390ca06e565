"""Rules of samples: numbers, limits, readings, verdicts, and who must be tested."""

from ocop.casework.samples.rules.demands import (
    IMPURITIES,
    MOST_INDICATORS,
    Cause,
    OutcomeKind,
    Side,
    has_ended,
    must_be_tested,
    same_words,
)
from ocop.casework.samples.rules.limits import Limit, LimitKind, read_limit
from ocop.casework.samples.rules.readings import Reading, ReadingKind, read_value
from ocop.casework.samples.rules.verdicts import Verdict, judge, whole

__all__ = [
    "IMPURITIES",
    "MOST_INDICATORS",
    "Cause",
    "Limit",
    "LimitKind",
    "OutcomeKind",
    "Reading",
    "ReadingKind",
    "Side",
    "Verdict",
    "has_ended",
    "judge",
    "must_be_tested",
    "read_limit",
    "read_value",
    "same_words",
    "whole",
]
