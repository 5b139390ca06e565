"""What must hold of ideas."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.ideas.models import Idea
from ocop.foundation.invariants import Invariant

CHUNK = 200


def idea_faults() -> Iterator[str]:
    """An idea was used at the moment at which its dossier was opened; without a dossier it was not used."""
    rows = Idea.objects.select_related("dossier").order_by("pk")
    for idea in rows.exclude(used_at__isnull=True, dossier__isnull=True).iterator(CHUNK):
        dossier = getattr(idea, "dossier", None)
        if dossier is None:
            yield f"idea {idea.key}: used, without a dossier"
        elif idea.used_at != dossier.created_at:
            yield f"idea {idea.key}: its dossier was opened at another moment"


INVARIANTS = (Invariant("ideas with a dossier", idea_faults),)
