"""What the counts and forecasts mean: pure, without the database."""

from ocop.outlets.reports.rules.forecast import (
    FEWEST_CASES,
    InHand,
    Outlook,
    Risk,
    StagePast,
    look_ahead,
    median,
    risk_of,
)
from ocop.outlets.reports.rules.periods import Period, PeriodKind, period
from ocop.outlets.reports.rules.terms import Due, Term, due_terms

__all__ = [
    "FEWEST_CASES",
    "Due",
    "InHand",
    "Outlook",
    "Period",
    "PeriodKind",
    "Risk",
    "StagePast",
    "Term",
    "due_terms",
    "look_ahead",
    "median",
    "period",
    "risk_of",
]
