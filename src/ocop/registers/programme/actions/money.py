"""Budget lines of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.refusals import ensure
from ocop.registers.programme import permissions
from ocop.registers.programme.actions.checking import refuse_line
from ocop.registers.programme.actions.locking import held_part, held_plan
from ocop.registers.programme.models import BudgetLine, Plan


@recorded
def add_budget_line(plan: Plan, *, fields: Mapping[str, Any], by: Person, at: datetime) -> BudgetLine:
    """Adds money to a draft; no amount means that it is not known.

    Refused: issued; no purpose; no source; a negative amount; a task of another plan.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_draft_change(by, stored, at))
    line = new_line(stored, fields)
    record("budget_line.add", line, by=by, at=at)
    return line


def new_line(plan: Plan, fields: Mapping[str, Any]) -> BudgetLine:
    """Saves a checked line; its caller says who may and writes the record."""
    line = BudgetLine(**{**fields, "plan": plan})
    ensure(refuse_line(line))
    line.save()
    return line


@recorded
def edit_budget_line(line: BudgetLine, *, fields: Mapping[str, Any], by: Person, at: datetime) -> BudgetLine:
    """Changes a line of a draft. Refused as when adding."""
    stored = held_part(line)
    ensure(permissions.refuse_draft_change(by, stored.plan, at))
    before = {name: getattr(stored, name) for name in fields}
    for name, value in fields.items():
        setattr(stored, name, value)
    ensure(refuse_line(stored))
    stored.save()
    if any(before[name] != value for name, value in fields.items()):
        record("budget_line.edit", stored, by=by, at=at)
    return stored


@recorded
def remove_budget_line(line: BudgetLine, *, by: Person, at: datetime) -> None:
    """Takes a line out of a draft. Refused once issued."""
    stored = held_part(line)
    ensure(permissions.refuse_draft_change(by, stored.plan, at))
    record("budget_line.remove", stored, by=by, at=at, data={"name": stored.name, "source": stored.source})
    stored.delete()
