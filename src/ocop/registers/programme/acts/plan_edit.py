"""Sửa phần đầu: changes the words at the head of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, record, recorded
from ocop.foundation.places.models import Place
from ocop.registers.programme.about import PLAN
from ocop.registers.programme.checks import refuse_frame, refuse_words
from ocop.registers.programme.forms.plans import AsksHead
from ocop.registers.programme.models import Frame, Plan
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.rules import PlanState
from ocop.registers.programme.writes.holding import held_plan


class AsksHeadAnew(AsksHead):
    """Name, frame and note as they are."""

    @property
    def provinces(self) -> list[Place]:
        """That of the plan."""
        return [self.thing.place]

    def known(self) -> Mapping[str, Any]:
        """As they are."""
        return {"name": self.thing.name, "frame": self.thing.frame_id, "note": self.thing.note}


@recorded
def edit_plan(plan: Plan, *, name: str, frame: Frame | None, note: str, by: Person, at: datetime) -> Plan:
    """Changes the words at the head of a draft. Refused once issued."""
    stored = held_plan(plan)
    ensure(refuse_draft_change(who_is(by, at), stored))
    ensure(refuse_words(name) or refuse_frame(frame, stored.place, stored.year))
    stored.name, stored.frame, stored.note = name.strip(), frame, note.strip()
    stored.save(update_fields=["name", "frame", "note"])
    record("plan.edit", stored, by=by, at=at)
    return stored


EDIT_PLAN = Act(
    about=PLAN,
    name="plan_edit",
    path="sua/",
    when=frozenset({PlanState.DRAFT}),
    refuse=refuse_draft_change,
    form=AsksHeadAnew,
    do=edit_plan,
    button=_("Sửa phần đầu"),
    heading=_("Sửa phần đầu kế hoạch"),
    confirm=_("Lưu"),
    weight="quiet",
)
