"""Chọn chỉ tiêu: changes a task of a draft; its page asks which targets it serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.ui.forms import SeveralField
from ocop.registers.programme.about import DRAFT_TASK
from ocop.registers.programme.checks import refuse_task
from ocop.registers.programme.models import Target, Task
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.writes.holding import held_part
from ocop.registers.programme.writes.tasks import serve


class AsksTargets(Asks):
    """Which targets a task serves; its line is written among the others."""

    targets = SeveralField(
        Target.objects.none(),
        label=_("Phục vụ chỉ tiêu"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    gives = frozenset({"fields", "targets"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        targets: Any = self.fields["targets"]
        targets.queryset = self.thing.plan.targets.filter(in_force=True)

    def known(self) -> Mapping[str, Any]:
        """Those that it serves."""
        return {"targets": self.thing.targets.all()}

    def given(self) -> Mapping[str, Any]:
        """The targets; nothing else changes."""
        return {"fields": {}, "targets": list(self.cleaned_data["targets"])}


def refuse_edit_task(who: Who, task: Task) -> Refusal | None:
    """As changing the draft it stands in."""
    return refuse_draft_change(who, task.plan)


@recorded
def edit_task(
    task: Task,
    *,
    fields: Mapping[str, Any],
    by: Person,
    at: datetime,
    targets: Sequence[Target] | None = None,
) -> Task:
    """Changes a task of a draft; `targets` None leaves them. Refused as when adding."""
    stored = held_part(task)
    ensure(refuse_draft_change(who_is(by, at), stored.plan))
    before = {name: getattr(stored, name) for name in fields}
    for name, value in fields.items():
        setattr(stored, name, value)
    kept = list(stored.targets.all()) if targets is None else list(targets)
    ensure(refuse_task(stored, kept, at))
    stored.save()
    changed = any(before[name] != value for name, value in fields.items())
    if targets is not None and {one.pk for one in targets} != {one.pk for one in stored.targets.all()}:
        serve(stored, targets)
        changed = True
    if changed:
        record("task.edit", stored, by=by, at=at)
    return stored


EDIT_TASK = Act(
    about=DRAFT_TASK,
    name="task_edit",
    refuse=refuse_edit_task,
    form=AsksTargets,
    do=edit_task,
    button=_("Chọn chỉ tiêu"),
    heading=_("Nhiệm vụ phục vụ chỉ tiêu nào?"),
    confirm=_("Lưu"),
    weight="quiet",
)
