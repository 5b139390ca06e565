"""Thêm dòng kinh phí: money in a draft; it is written row by row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.programme.models import BudgetLine, Plan
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_plan
from ocop.registers.programme.writes.money import new_line


@recorded
def add_budget_line(plan: Plan, *, fields: Mapping[str, Any], by: Person, at: datetime) -> BudgetLine:
    """Adds money to a draft; no amount means that it is not known.

    Refused: issued; no purpose; no source; a negative amount; a task of another plan.
    """
    stored = held_plan(plan)
    ensure(refuse_draft_change(who_is(by, at), stored))
    line = new_line(stored, fields)
    record("budget_line.add", line, by=by, at=at)
    return line
