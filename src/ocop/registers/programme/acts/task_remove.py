"""Bỏ nhiệm vụ: takes a task out of a draft; it is written row by row."""

from __future__ import annotations

from datetime import datetime

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.programme.checks import refuse_task_in_use
from ocop.registers.programme.models import Task
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_part


@recorded
def remove_task(task: Task, *, by: Person, at: datetime) -> None:
    """Takes a task out of a draft. Refused: issued; money or papers hang on it."""
    stored = held_part(task)
    ensure(refuse_draft_change(who_is(by, at), stored.plan))
    is_used = stored.budget_lines.exists() or stored.papers.exists()
    ensure(refuse_task_in_use(stored, is_used=is_used))
    record("task.remove", stored, by=by, at=at, data={"number": stored.number, "name": stored.name})
    stored.targets.clear()
    stored.delete()
