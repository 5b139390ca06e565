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
from ocop.outlets.reports.rules.terms import latest_ending, windows

__all__ = [
    "FEWEST_CASES",
    "InHand",
    "Outlook",
    "Period",
    "PeriodKind",
    "Risk",
    "StagePast",
    "latest_ending",
    "look_ahead",
    "median",
    "period",
    "risk_of",
    "windows",
]
