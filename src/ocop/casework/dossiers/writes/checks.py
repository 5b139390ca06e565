"""The commune's check of the present submission, which several acts write in."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.dossiers.models import Dossier, IntakeCheck, Submission
from ocop.foundation.accounts.models import Person

CHECK_FIELDS = frozenset(
    {
        "components", "paper_received_on", "samples_count", "samples_received_on", "samples_handed_by",
        "materials", "labour", "idea_origin", "identity", "meeting_note", "report_no", "reported_on",
        "proposal_no", "proposed_on", "signer_title", "signer_name",
    }
)  # fmt: skip
PROPOSAL_FIELDS = ("report_no", "reported_on", "proposal_no", "proposed_on")


def present_check(dossier: Dossier, by: Person, at: datetime) -> IntakeCheck:
    """The check of the present submission; after a return it begins with what the last one said."""
    submission: Submission = dossier.submissions.latest("number")
    existing = IntakeCheck.objects.filter(submission=submission).first()
    if existing is not None:
        return existing
    check = IntakeCheck(dossier=dossier, submission=submission, by=by, at=at)
    earlier = dossier.intake_checks.order_by("-submission__number").first()
    if earlier is not None:
        for name in CHECK_FIELDS - {*PROPOSAL_FIELDS}:
            setattr(check, name, getattr(earlier, name))
    return check
