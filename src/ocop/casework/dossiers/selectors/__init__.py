"""Reads of dossiers that pages, papers and other packages share."""

from ocop.casework.dossiers.selectors.answers import choices, live_result, regulation_of, set_of
from ocop.casework.dossiers.selectors.clocks import clock_of, days_on_clock
from ocop.casework.dossiers.selectors.content import (
    cited,
    content,
    latest_submission,
    shown_content,
    submitted_content,
)
from ocop.casework.dossiers.selectors.desks import ready_for_agenda, waiting
from ocop.casework.dossiers.selectors.evidence import checklist, cited_at, is_frozen, not_cited, reusable
from ocop.casework.dossiers.selectors.filing import last_return, missing, return_items, steps
from ocop.casework.dossiers.selectors.from_idea import dossier_of
from ocop.casework.dossiers.selectors.law import left_over
from ocop.casework.dossiers.selectors.scoring import (
    CitedPaper,
    DossierForScoring,
    SelfAnswer,
    dossier_for_scoring,
)

__all__ = [
    "CitedPaper",
    "DossierForScoring",
    "SelfAnswer",
    "checklist",
    "choices",
    "cited",
    "cited_at",
    "clock_of",
    "content",
    "days_on_clock",
    "dossier_for_scoring",
    "dossier_of",
    "is_frozen",
    "last_return",
    "latest_submission",
    "left_over",
    "live_result",
    "missing",
    "not_cited",
    "ready_for_agenda",
    "regulation_of",
    "return_items",
    "reusable",
    "set_of",
    "shown_content",
    "steps",
    "submitted_content",
    "waiting",
]
