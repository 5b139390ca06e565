"""A dossier was made of an idea."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ocop.casework.ideas.models import Idea
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record


def use_idea(idea: Idea, *, dossier: UUID, by: Person, at: datetime) -> None:
    """Notes that a dossier was made of the idea, which happens once. Asks nobody: opening the dossier has.

    Called in the transaction that opened the dossier, by who holds the idea.
    """
    idea.used_at = idea.updated_at = at
    idea.save(update_fields=["used_at", "updated_at"])
    record("idea.open_dossier", idea, by=by, at=at, data={"dossier": str(dossier)})
