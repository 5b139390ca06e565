"""What several acts write, and what acts of higher packages bring about; nothing here asks who may."""

from ocop.casework.dossiers.writes.exclusions import exclude_in_review
from ocop.casework.dossiers.writes.holding import hold_dossiers
from ocop.casework.dossiers.writes.moves import (
    conclude,
    evaluate,
    redo,
    schedule,
    send_on,
    settle,
    unschedule,
    withdraw_in_review,
)
from ocop.casework.dossiers.writes.recounting import recount_due

__all__ = [
    "conclude",
    "evaluate",
    "exclude_in_review",
    "hold_dossiers",
    "recount_due",
    "redo",
    "schedule",
    "send_on",
    "settle",
    "unschedule",
    "withdraw_in_review",
]
