"""Bỏ dòng kinh phí: takes a line out of a draft; it is written row by row."""

from __future__ import annotations

from datetime import datetime

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.programme.models import BudgetLine
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_part


@recorded
def remove_budget_line(line: BudgetLine, *, by: Person, at: datetime) -> None:
    """Takes a line out of a draft. Refused once issued."""
    stored = held_part(line)
    ensure(refuse_draft_change(who_is(by, at), stored.plan))
    record("budget_line.remove", stored, by=by, at=at, data={"name": stored.name, "source": stored.source})
    stored.delete()
