"""The page of a task."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.registers.programme.about import find_task, see_task, task_head
from ocop.registers.programme.acts import ABOUT_A_TASK
from ocop.registers.programme.pages.showing import entries
from ocop.registers.programme.selectors import plans_visible_to


@require_safe
def detail(request: PersonRequest, place: str, year: int, number: int) -> HttpResponse:
    """Who does it until when, for which targets, with which money and papers, and what came of it."""
    who = request.who
    task = find_task(who, place, year, number)
    see_task(who, task)
    context = task_head(task) | {
        "reads_plan": plans_visible_to(who.person, who.at).filter(pk=task.plan_id).exists(),
        "buttons": [one for one in buttons(ABOUT_A_TASK, who, task) if one.refusal is None],
        "targets": task.targets.filter(in_force=True),
        "lines": task.budget_lines.filter(in_force=True),
        "papers": task.papers.select_related("file"),
        "entries": entries(history(task)),
    }
    return render(request, "programme/task.html", context)
