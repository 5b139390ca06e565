"""Thôi thực hiện: gives a task up."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, recorded, transition
from ocop.registers.programme.about import TASK
from ocop.registers.programme.forms.plans import AsksShortReason
from ocop.registers.programme.models import Task
from ocop.registers.programme.permissions import refuse_running
from ocop.registers.programme.rules import TASK_WORKFLOW
from ocop.registers.programme.writes.holding import held_part


def refuse_drop_task(who: Who, task: Task) -> Refusal | None:
    """As running the plan it stands in."""
    return refuse_running(who, task.plan)


@recorded
def drop_task(task: Task, *, reason: str, by: Person, at: datetime) -> Task:
    """Gives a task up, with the reason. Officers of the province only."""
    stored = held_part(task)
    ensure(refuse_running(who_is(by, at), stored.plan))
    transition(stored, "drop", by=by, at=at, reason=reason.strip(), changes={"result": reason.strip()})
    return stored


DROP_TASK = Act(
    about=TASK,
    name="task_drop",
    path="thoi/",
    move=TASK_WORKFLOW.move("drop"),
    refuse=refuse_drop_task,
    form=AsksShortReason,
    do=drop_task,
    heading=_("Thôi thực hiện nhiệm vụ?"),
    confirm=_("Lưu"),
)
