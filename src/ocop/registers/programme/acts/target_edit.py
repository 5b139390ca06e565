"""Đặt phạm vi: changes a target of a draft, with everything that narrows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded
from ocop.registers.programme.about import DRAFT_TARGET
from ocop.registers.programme.checks import refuse_target
from ocop.registers.programme.forms.targets import AsksTarget
from ocop.registers.programme.models import Target
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_part
from ocop.registers.programme.writes.targets import siblings


@recorded
def edit_target(target: Target, *, fields: Mapping[str, Any], by: Person, at: datetime) -> Target:
    """Changes a target of a draft, its key apart. Refused as when adding."""
    stored = held_part(target)
    ensure(refuse_draft_change(who_is(by, at), stored.plan))
    before = {name: getattr(stored, name) for name in fields}
    for name, value in fields.items():
        setattr(stored, name, value)
    ensure(refuse_target(stored, siblings(stored.plan)))
    stored.save()
    if any(before[name] != value for name, value in fields.items()):
        record("target.edit", stored, by=by, at=at)
    return stored


def refuse_edit_target(who: Who, target: Target) -> Refusal | None:
    """As changing the draft it stands in."""
    return refuse_draft_change(who, target.plan)


EDIT_TARGET = Act(
    about=DRAFT_TARGET,
    name="target_edit",
    refuse=refuse_edit_target,
    form=AsksTarget,
    do=edit_target,
    button=_("Đặt phạm vi"),
    heading=lambda target: target.name,
    confirm=_("Lưu"),
    template="programme/target_form.html",
)
