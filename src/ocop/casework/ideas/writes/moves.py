"""Moves that several acts make, with the fields that belong to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import level_at
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import transition


def send(idea: Idea, *, by: Person, at: datetime) -> None:
    """The idea goes to the office that decides."""
    transition(idea, "submit", by=by, at=at, changes={"submitted_at": at, "updated_at": at, "reason": ""})


def decide(idea: Idea, move: str, *, by: Person, at: datetime, reason: str = "", **more: Any) -> None:
    """The move with the level at which it was made: a fact of the day's law, never of the state."""
    level = level_at(at).value
    changes = {"updated_at": at, "reason": reason, **more}
    if "decided_at" in more:
        changes["decided_level"] = level
    transition(idea, move, by=by, at=at, reason=reason, changes=changes, data={"level": level})
