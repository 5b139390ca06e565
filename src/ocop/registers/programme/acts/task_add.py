"""Thêm nhiệm vụ: a task in a draft with the next number; it is written row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.programme.models import Plan, Target, Task
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_plan
from ocop.registers.programme.writes.tasks import new_task


@recorded
def add_task(
    plan: Plan,
    *,
    fields: Mapping[str, Any],
    by: Person,
    at: datetime,
    targets: Sequence[Target] | None = None,
) -> Task:
    """Adds a task to a draft with the next number.

    Refused: issued; no name; no agency; due before its start; an office of another province; targets of
    another plan.
    """
    stored = held_plan(plan)
    ensure(refuse_draft_change(who_is(by, at), stored))
    task = new_task(stored, fields, targets or [], at)
    record("task.add", task, by=by, at=at)
    return task
