"""Tasks: written in the draft, reported while the plan is in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.vouching import vouch
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.registers.programme import notices, permissions
from ocop.registers.programme.actions.checking import refuse_task
from ocop.registers.programme.actions.locking import held_part, held_plan
from ocop.registers.programme.actions.plans import refuse_untitled
from ocop.registers.programme.models import Plan, Target, Task, TaskPaper


@recorded
def add_task(
    plan: Plan,
    *,
    fields: Mapping[str, Any],
    by: Person,
    at: datetime,
    targets: Sequence[Target] | None = None,
) -> Task:
    """Adds a task to a draft with the next number.

    Refused: issued; no name; no agency; due before its start; an office of another province; targets of
    another plan.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_draft_change(by, stored, at))
    task = new_task(stored, fields, targets or [], at)
    record("task.add", task, by=by, at=at)
    return task


def new_task(plan: Plan, fields: Mapping[str, Any], targets: Sequence[Target], at: datetime) -> Task:
    """Saves a checked task; its caller says who may and writes the record."""
    task = Task(**{**fields, "plan": plan})
    ensure(refuse_task(task, targets, at))
    if not task.number:
        task.number = (plan.tasks.aggregate(last=Max("number"))["last"] or 0) + 1
    task.save()
    serve(task, targets)
    return task


def serve(task: Task, targets: Iterable[Target]) -> None:
    """Writes down which targets a task serves."""
    served = list(targets)
    task.targets.set(served)
    vouch(task, targets=sorted(one.pk for one in served))


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
    ensure(permissions.refuse_draft_change(by, stored.plan, at))
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


@recorded
def remove_task(task: Task, *, by: Person, at: datetime) -> None:
    """Takes a task out of a draft. Refused: issued; money or papers hang on it."""
    stored = held_part(task)
    ensure(permissions.refuse_draft_change(by, stored.plan, at))
    if stored.budget_lines.exists() or stored.papers.exists():
        raise Refused(
            Refusal(
                "task_in_use",
                _("Nhiệm vụ “%(name)s” còn kinh phí hoặc văn bản.") % {"name": stored.name},
                _("Bỏ nhiệm vụ thì khoản đó không còn thuộc việc nào."),
                _("Chuyển kinh phí sang nhiệm vụ khác trước."),
            )
        )
    record("task.remove", stored, by=by, at=at, data={"number": stored.number, "name": stored.name})
    stored.targets.clear()
    stored.delete()


@recorded
def finish_task(task: Task, *, done_on: date, result: str, by: Person, at: datetime) -> Task:
    """Reports a task as done; officers of the province are told when the office itself reports.

    Refused: a plan not in force; somebody who neither holds the task nor writes the plan; no result; a day to
    come or before the task began; a task that is not open.
    """
    stored = held_part(task)
    ensure(
        permissions.refuse_report(by, stored, at)
        or _refuse_done(stored, done_on, result, timezone.localdate(at))
    )
    transition(stored, "finish", by=by, at=at, changes={"done_on": done_on, "result": result.strip()})
    if permissions.refuse_write(by, stored.plan.place, at) is not None:
        notices.finished(stored, at=at)
    return stored


def _refuse_done(task: Task, done_on: date, result: str, today: date) -> Refusal | None:
    if not result.strip():
        return Refusal(
            "result_missing",
            _("Chưa ghi kết quả."),
            _("Người đọc cần biết đã làm được gì."),
            _("Ghi kết quả chính."),
        )
    if done_on > today:
        return Refusal("in_the_future", _("Ngày xong còn chưa tới."), "", _("Sửa ngày."))
    if task.starts_on and done_on < task.starts_on:
        return Refusal(
            "done_before_start", _("Ngày xong trước ngày bắt đầu nhiệm vụ."), "", _("Sửa ngày xong.")
        )
    return None


@recorded
def drop_task(task: Task, *, reason: str, by: Person, at: datetime) -> Task:
    """Gives a task up, with the reason. Officers of the province only."""
    stored = held_part(task)
    ensure(permissions.refuse_running(by, stored.plan, at))
    transition(stored, "drop", by=by, at=at, reason=reason.strip(), changes={"result": reason.strip()})
    return stored


@recorded
def reopen_task(task: Task, *, reason: str, by: Person, at: datetime) -> Task:
    """Opens a task again that was reported or dropped by mistake.
    Officers of the province only, with the reason.
    """
    stored = held_part(task)
    ensure(permissions.refuse_running(by, stored.plan, at))
    transition(stored, "reopen", by=by, at=at, reason=reason.strip(), changes={"done_on": None})
    return stored


@recorded
def attach_to_task(task: Task, *, file: StoredFile, title: str, by: Person, at: datetime) -> TaskPaper:
    """Adds a file to a task: its holder, or an officer of the province. Refused: not in force, no title."""
    stored = held_part(task)
    ensure(permissions.refuse_report(by, stored, at) or refuse_untitled(title))
    paper = TaskPaper.objects.create(task=stored, file=file, title=title.strip(), by=by, at=at)
    record("task.attach", stored, by=by, at=at, data={"title": paper.title, "file": str(file.pk)})
    return paper
