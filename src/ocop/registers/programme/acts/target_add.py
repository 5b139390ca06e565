"""Thêm chỉ tiêu: a target at the end of a draft; it is written row by row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.programme.models import Plan, Target
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_plan
from ocop.registers.programme.writes.targets import new_target


@recorded
def add_target(plan: Plan, *, fields: Mapping[str, Any], by: Person, at: datetime) -> Target:
    """Adds a target at the end of a draft. Without a key it gets one from its name.

    Refused: issued; no name or unit; number and bound that do not fit; a scope that the count cannot heed or
    outside the province; a target that counts the same records as another.
    """
    stored = held_plan(plan)
    ensure(refuse_draft_change(who_is(by, at), stored))
    target = new_target(stored, fields)
    record("target.add", target, by=by, at=at)
    return target
