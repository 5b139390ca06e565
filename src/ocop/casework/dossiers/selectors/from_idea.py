"""The dossier that was made of an idea."""

from __future__ import annotations

from ocop.casework.dossiers.models import Dossier
from ocop.casework.ideas.models import Idea


def dossier_of(idea: Idea) -> Dossier | None:
    """The dossier with its product; None while there is none."""
    return Dossier.objects.filter(idea=idea).select_related("product").first()
