"""What the commune found when it checked a dossier."""

from __future__ import annotations

from ocop.casework.dossiers.models import Dossier, IntakeCheck


def latest_check(dossier: Dossier) -> IntakeCheck | None:
    """The check of this submission, or what the one before it said."""
    return dossier.intake_checks.order_by("-submission__number").first()
