"""Bỏ chỉ tiêu: takes a target out of a draft; it is written row by row."""

from __future__ import annotations

from datetime import datetime

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.programme.models import Target
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_part


@recorded
def remove_target(target: Target, *, by: Person, at: datetime) -> None:
    """Takes a target out of a draft; nothing official is lost. Refused once issued."""
    stored = held_part(target)
    ensure(refuse_draft_change(who_is(by, at), stored.plan))
    record("target.remove", stored, by=by, at=at, data={"key": stored.key, "name": stored.name})
    stored.delete()
