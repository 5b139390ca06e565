"""Tables of review; one file per noun."""

from ocop.casework.review.models.agenda import AgendaItem, Declaration, Resolution
from ocop.casework.review.models.corrections import MinutesCorrection
from ocop.casework.review.models.councils import Council, Seat, WorkingRules
from ocop.casework.review.models.meetings import Attendance, Meeting
from ocop.casework.review.models.sheets import ScoreSheet

__all__ = [
    "AgendaItem",
    "Attendance",
    "Council",
    "Declaration",
    "Meeting",
    "MinutesCorrection",
    "Resolution",
    "ScoreSheet",
    "Seat",
    "WorkingRules",
]
