"""The dossier that was made of an idea."""

from __future__ import annotations

from ocop.casework.dossiers.models import Dossier
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.selectors import Made


def dossier_of(idea: Idea) -> Dossier | None:
    """The dossier with its product; None while there is none."""
    return Dossier.objects.filter(idea=idea).select_related("product").first()


def made_of(idea: Idea) -> Made | None:
    """The same as the page of the idea shows it."""
    dossier = dossier_of(idea)
    return Made(dossier.product.name, dossier.get_absolute_url()) if dossier else None
