"""Everything of the programme that waits for a person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop.foundation.ui.waiting import Pile, Waiting
from ocop.registers.programme.selectors.rounds import rounds_waiting
from ocop.registers.programme.selectors.tasks import tasks_waiting


def waiting(person: Any, at: datetime) -> list[Waiting | Pile]:
    """Rounds to open, and tasks that are due or late."""
    return [*rounds_waiting(person, at), *tasks_waiting(person, at)]
