"""Every write on dossiers: one function, one verb that a producer or an official would say."""

from ocop.casework.dossiers.actions.accepting import accept, exclude, exclude_in_review
from ocop.casework.dossiers.actions.drafting import (
    mark_mended,
    open_dossier,
    save_answer,
    save_description,
    save_form,
)
from ocop.casework.dossiers.actions.evaluating import conclude, evaluate, schedule, send_on, unschedule
from ocop.casework.dossiers.actions.evidence import (
    add_evidence,
    cite,
    set_criteria,
    uncite,
    withdraw_evidence,
)
from ocop.casework.dossiers.actions.from_idea import open_from_idea
from ocop.casework.dossiers.actions.law import follow_law
from ocop.casework.dossiers.actions.practice import TakenOver, take_over
from ocop.casework.dossiers.actions.receiving import keep_intake_check, propose, receive, save_intake_check
from ocop.casework.dossiers.actions.returning import ToMend, return_for_completion
from ocop.casework.dossiers.actions.submitting import Incomplete, submit, withdraw

__all__ = [
    "Incomplete",
    "TakenOver",
    "ToMend",
    "accept",
    "add_evidence",
    "cite",
    "conclude",
    "evaluate",
    "exclude",
    "exclude_in_review",
    "follow_law",
    "keep_intake_check",
    "mark_mended",
    "open_dossier",
    "open_from_idea",
    "propose",
    "receive",
    "return_for_completion",
    "save_answer",
    "save_description",
    "save_form",
    "save_intake_check",
    "schedule",
    "send_on",
    "set_criteria",
    "submit",
    "take_over",
    "uncite",
    "unschedule",
    "withdraw",
    "withdraw_evidence",
]
