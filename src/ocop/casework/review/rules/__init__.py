"""What a council may do and how its sheets become a result. Pure: no database, no requests."""

from ocop.casework.review.rules.words import (
    PRESIDING_FUNCTIONS,
    SCORING_FUNCTIONS,
    Agency,
    Cause,
    Function,
    MeetingKind,
    MembersShown,
    MinimumRule,
    Recommendation,
    Relation,
    ResolutionKind,
    Rounding,
    SelfScore,
)

__all__ = [
    "PRESIDING_FUNCTIONS",
    "SCORING_FUNCTIONS",
    "Agency",
    "Cause",
    "Function",
    "MeetingKind",
    "MembersShown",
    "MinimumRule",
    "Recommendation",
    "Relation",
    "ResolutionKind",
    "Rounding",
    "SelfScore",
]
