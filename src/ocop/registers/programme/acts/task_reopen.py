"""Mở lại: opens a task again that was reported or dropped by mistake."""

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


def refuse_reopen_task(who: Who, task: Task) -> Refusal | None:
    """As running the plan it stands in."""
    return refuse_running(who, task.plan)


@recorded
def reopen_task(task: Task, *, reason: str, by: Person, at: datetime) -> Task:
    """Opens a task again that was reported or dropped by mistake.
    Officers of the province only, with the reason.
    """
    stored = held_part(task)
    ensure(refuse_running(who_is(by, at), stored.plan))
    transition(stored, "reopen", by=by, at=at, reason=reason.strip(), changes={"done_on": None})
    return stored


REOPEN_TASK = Act(
    about=TASK,
    name="task_reopen",
    path="mo-lai/",
    move=TASK_WORKFLOW.move("reopen"),
    refuse=refuse_reopen_task,
    form=AsksShortReason,
    do=reopen_task,
    heading=_("Mở lại nhiệm vụ?"),
    confirm=_("Lưu"),
)
