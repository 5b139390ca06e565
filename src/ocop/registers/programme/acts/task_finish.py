"""Báo xong: the holder, or an officer of the province, reports a task as done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, recorded, transition, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.about import TASK
from ocop.registers.programme.models import Task
from ocop.registers.programme.permissions import refuse_report, refuse_write
from ocop.registers.programme.rules import TASK_WORKFLOW
from ocop.registers.programme.writes.holding import held_part


class AsksDone(Asks):
    """When, and what came of it."""

    done_on = DateField(label=_("Ngày xong"))
    result = TextField(label=_("Kết quả"), lines=3, max_length=2000)

    def known(self) -> Mapping[str, Any]:
        """Today, within the plan's year."""
        return {"done_on": min(timezone.localdate(self.who.at), self.thing.plan.last_day)}


@recorded
def finish_task(task: Task, *, done_on: date, result: str, by: Person, at: datetime) -> Task:
    """Reports a task as done; officers of the province are told when the office itself reports.

    Refused: a plan not in force; somebody who neither holds the task nor writes the plan; no result; a day to
    come or before the task began; a task that is not open.
    """
    stored = held_part(task)
    ensure(
        refuse_report(who_is(by, at), stored) or _refuse_done(stored, done_on, result, timezone.localdate(at))
    )
    transition(stored, "finish", by=by, at=at, changes={"done_on": done_on, "result": result.strip()})
    if refuse_write(who_is(by, at), stored.plan.place) is not None:
        _tell_province(stored, at=at)
    return stored


def _refuse_done(task: Task, done_on: date, result: str, today: date) -> Refusal | None:
    if not result.strip():
        return Refusal(
            "result_missing",
            gettext("Chưa ghi kết quả."),
            gettext("Người đọc cần biết đã làm được gì."),
            gettext("Ghi kết quả chính."),
        )
    if done_on > today:
        return Refusal("in_the_future", gettext("Ngày xong còn chưa tới."), "", gettext("Sửa ngày."))
    if task.starts_on and done_on < task.starts_on:
        return Refusal(
            "done_before_start",
            gettext("Ngày xong trước ngày bắt đầu nhiệm vụ."),
            "",
            gettext("Sửa ngày xong."),
        )
    return None


def _tell_province(task: Task, *, at: datetime) -> None:
    """Officers of the province learn that an office reports its task as done."""
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=task.plan.place),
        kind="programme.finished",
        subject=words(_("Đã xong: %(task)s"), task=task.name),
        body=words(_("%(holder)s báo nhiệm vụ đã xong."), holder=task.holder),
        url=task.get_absolute_url(),
        at=at,
    )


FINISH_TASK = Act(
    about=TASK,
    name="task_finish",
    path="xong/",
    move=TASK_WORKFLOW.move("finish"),
    refuse=refuse_report,
    form=AsksDone,
    do=finish_task,
    heading=_("Báo nhiệm vụ đã xong"),
    said=_("Đã ghi nhiệm vụ xong."),
    weight="main",
)
