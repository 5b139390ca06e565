"""Sửa dòng kinh phí: changes a line of a draft; it is written row by row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.programme.checks import refuse_line
from ocop.registers.programme.models import BudgetLine
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_part


@recorded
def edit_budget_line(line: BudgetLine, *, fields: Mapping[str, Any], by: Person, at: datetime) -> BudgetLine:
    """Changes a line of a draft. Refused as when adding."""
    stored = held_part(line)
    ensure(refuse_draft_change(who_is(by, at), stored.plan))
    before = {name: getattr(stored, name) for name in fields}
    for name, value in fields.items():
        setattr(stored, name, value)
    ensure(refuse_line(stored))
    stored.save()
    if any(before[name] != value for name, value in fields.items()):
        record("budget_line.edit", stored, by=by, at=at)
    return stored
