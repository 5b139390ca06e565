"""Tables of review; one file per noun."""

from ocop.casework.review.models.agenda import AgendaItem, Declaration, EarlierResult, Resolution, Ruling
from ocop.casework.review.models.corrections import MinutesCorrection
from ocop.casework.review.models.councils import Council, Seat, WorkingRules
from ocop.casework.review.models.meetings import Attendance, AttendanceMark, Meeting
from ocop.casework.review.models.sheets import Correction, ScoreSheet
from ocop.casework.review.models.votes import Vote

__all__ = [
    "AgendaItem",
    "Attendance",
    "AttendanceMark",
    "Correction",
    "Council",
    "Declaration",
    "EarlierResult",
    "Meeting",
    "MinutesCorrection",
    "Resolution",
    "Ruling",
    "ScoreSheet",
    "Seat",
    "Vote",
    "WorkingRules",
]
