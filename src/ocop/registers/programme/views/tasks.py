"""The page of a task, and what is reported on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.forms import titled
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.registers.programme import actions, permissions
from ocop.registers.programme.forms import AttachForm, DoneForm, ReasonForm
from ocop.registers.programme.labels import TASK_STATE_KINDS, task_state
from ocop.registers.programme.models import Task
from ocop.registers.programme.rules import TaskState
from ocop.registers.programme.selectors import plans_visible_to
from ocop.registers.programme.views.loading import kept_file, task_or_404
from ocop.registers.programme.views.showing import entries


@require_safe
def detail(request: PersonRequest, place: str, year: int, number: int) -> HttpResponse:
    """Who does it until when, for which targets, with which money and papers, and what came of it."""
    at = timezone.now()
    task = task_or_404(request, place, year, number, at)
    reports = permissions.refuse_report(request.user, task, at) is None
    manages = permissions.refuse_running(request.user, task.plan, at) is None
    is_open = task.state == TaskState.OPEN
    context = {
        "task": task,
        "name": task.name,
        "kicker": _("Nhiệm vụ %(number)s") % {"number": task.number},
        "stage": task_state(task.state),
        "stage_kind": TASK_STATE_KINDS[TaskState(task.state)],
        "holder": task.holder,
        "due": task.due_on if is_open else None,
        "reads_plan": plans_visible_to(request.user, at).filter(pk=task.plan_id).exists(),
        "finishes": reports and is_open,
        "attaches": reports,
        "drops": manages and is_open,
        "reopens": manages and not is_open,
        "edits": permissions.refuse_draft_change(request.user, task.plan, at) is None,
        "targets": task.targets.filter(in_force=True),
        "lines": task.budget_lines.filter(in_force=True),
        "papers": task.papers.select_related("file"),
        "entries": entries(history(task)),
    }
    return render(request, "programme/task.html", context)


def finish(request: PersonRequest, place: str, year: int, number: int) -> HttpResponse:
    """The holder, or an officer of the province, reports it done."""
    at = timezone.now()
    task = task_or_404(request, place, year, number, at)
    ensure(permissions.refuse_report(request.user, task, at))
    context = {
        "heading": _("Báo nhiệm vụ đã xong"), "lead": task.name, "submit": _("Báo xong"),
        "cancel_url": task.get_absolute_url(),
    }  # fmt: skip

    def save(data: dict[str, Any]) -> Task:
        return actions.finish_task(task, **data, by=request.user, at=at)

    def done(_task: Task) -> HttpResponse:
        messages.success(request, _("Đã ghi nhiệm vụ xong."))
        return redirect(task)

    form = DoneForm(
        request.POST or None, initial={"done_on": min(timezone.localdate(at), task.plan.last_day)}
    )
    return ask(request, form, save, done, context)


def drop(request: PersonRequest, place: str, year: int, number: int) -> HttpResponse:
    """Gives it up, with the reason."""
    return _with_reason(request, (place, year, number), actions.drop_task, _("Thôi thực hiện nhiệm vụ?"))


def reopen(request: PersonRequest, place: str, year: int, number: int) -> HttpResponse:
    """Opens it again, with the reason."""
    return _with_reason(request, (place, year, number), actions.reopen_task, _("Mở lại nhiệm vụ?"))


def _with_reason(
    request: PersonRequest, address: tuple[str, int, int], action: Any, heading: str
) -> HttpResponse:
    at = timezone.now()
    task = task_or_404(request, *address, at)
    ensure(permissions.refuse_running(request.user, task.plan, at))
    context = {"heading": heading, "lead": task.name, "cancel_url": task.get_absolute_url()}

    def save(data: dict[str, Any]) -> Task:
        return action(task, **data, by=request.user, at=at)

    return ask(request, ReasonForm(request.POST or None), save, lambda _task: redirect(task), context)


def attach(request: PersonRequest, place: str, year: int, number: int) -> HttpResponse:
    """A file beside the task."""
    at = timezone.now()
    task = task_or_404(request, place, year, number, at)
    ensure(permissions.refuse_report(request.user, task, at))
    context = {"heading": _("Đính kèm văn bản"), "lead": task.name, "cancel_url": task.get_absolute_url()}

    form = AttachForm(request.POST or None, request.FILES or None)

    @recorded
    def save(_data: dict[str, Any]) -> None:
        for upload, title in titled(form):
            file: Any = kept_file(request, upload, at)
            actions.attach_to_task(task, file=file, title=title, by=request.user, at=at)

    return ask(
        request,
        form,
        save,
        lambda _p: redirect(task),
        context,
    )
