"""The office decides on an idea; its producer is named."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ocop.casework.ideas import notices, permissions
from ocop.casework.ideas.actions.writing import held
from ocop.casework.ideas.models import Idea
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.ui.refusals import ensure
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer


def _decide(idea: Idea, move: str, *, by: Any, at: datetime, reason: str = "", **more: Any) -> Idea:
    """The act with the level at which it was done; the level is a fact of the day's law, not of the state."""
    stored = held(idea)
    ensure(permissions.refuse_decide(by, stored, at, move))
    level = permissions.level_at(at).value
    changes = {"updated_at": at, "reason": reason, **more}
    if "decided_at" in more:
        changes["decided_level"] = level
    transition(stored, move, by=by, at=at, reason=reason, changes=changes, data={"level": level})
    return stored


@transaction.atomic
def approve_idea(idea: Idea, *, by: Any, at: datetime) -> Idea:
    """Approves an idea that waits. Refused to every other level, to the idea's own people,
    and from another step.
    """
    approved = _decide(idea, "approve", by=by, at=at, decided_at=at, decided_by=by, approved_at=at)
    notices.approved(approved, at=at)
    return approved


@transaction.atomic
def return_idea(idea: Idea, *, reason: str, by: Any, at: datetime) -> Idea:
    """Sends an idea back to be completed. Refused as `approve_idea` is, and without a reason."""
    returned = _decide(idea, "return", by=by, at=at, reason=reason)
    notices.returned(returned, at=at)
    return returned


@transaction.atomic
def refuse_idea(idea: Idea, *, reason: str, by: Any, at: datetime) -> Idea:
    """Refuses an idea for good. Refused as `approve_idea` is, and without a reason."""
    refused = _decide(idea, "refuse", by=by, at=at, reason=reason, decided_at=at, decided_by=by)
    notices.refused(refused, at=at)
    return refused


@transaction.atomic
def attach_producer(idea: Idea, *, producer: Producer, by: Any, at: datetime) -> Idea:
    """Names the producer of an idea that was registered for a person. The proposer's name stays.

    Refused: who may act neither for the idea nor for the producer; an idea that has one; an idea that has
    ended.
    """
    stored = held(idea)
    ensure(permissions.refuse_attach_producer(by, stored, at, producer))
    stored.producer = producer
    stored.search_text = f"{fold(producer.name)} {stored.search_text}"
    stored.updated_at = at
    stored.save(update_fields=["producer", "search_text", "updated_at"])
    record("idea.attach_producer", stored, by=by, at=at, data={"producer": producer.pk})
    return stored


@transaction.atomic
def use_idea(idea: Idea, *, dossier: UUID, by: Any, at: datetime) -> None:
    """Notes that a dossier was made of the idea, which happens once. Asks nobody: opening the dossier has.

    Called in the transaction that opened the dossier, by who holds the idea.
    """
    idea.used_at = idea.updated_at = at
    idea.save(update_fields=["used_at", "updated_at"])
    record("idea.open_dossier", idea, by=by, at=at, data={"dossier": str(dossier)})
