"""Tables of dossiers; one file per noun."""

from ocop.casework.dossiers.models.checks import (
    Exclusion,
    IntakeCheck,
    ProvincialCheck,
    ReturnItem,
    ReturnNote,
)
from ocop.casework.dossiers.models.dossier import Answer, Dossier
from ocop.casework.dossiers.models.evidence import Citation, Evidence
from ocop.casework.dossiers.models.former import FormerAnswers
from ocop.casework.dossiers.models.renewals import Change, Update
from ocop.casework.dossiers.models.submission import Submission

__all__ = [
    "Answer",
    "Change",
    "Citation",
    "Dossier",
    "Evidence",
    "Exclusion",
    "FormerAnswers",
    "IntakeCheck",
    "ProvincialCheck",
    "ReturnItem",
    "ReturnNote",
    "Submission",
    "Update",
]
