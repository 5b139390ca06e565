"""Amending an issued plan with a look at before and after first; the history of a plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.selectors import history as acts_on
from ocop.foundation.refusals import Refused
from ocop.registers.programme import actions, permissions, selectors
from ocop.registers.programme.forms import AmendForm
from ocop.registers.programme.models import Plan
from ocop.registers.programme.rules import FieldChange, Thing
from ocop.registers.programme.views.loading import plan_or_404
from ocop.registers.programme.views.plans import head, permitted
from ocop.registers.programme.views.rows import line_rows, target_rows, task_rows
from ocop.registers.programme.views.showing import entries, shown_changes


def amend(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """The paper, and the whole plan as rows: what is changed in them is the amendment."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_running)
    data = request.POST or None
    form = AmendForm(data)
    rows = [
        (Thing.TARGET, _("Chỉ tiêu"), target_rows(plan, data, extra=2)),
        (Thing.TASK, _("Nhiệm vụ"), task_rows(plan, data, extra=2)),
        (Thing.BUDGET_LINE, _("Kinh phí"), line_rows(plan, data, extra=2)),
    ]
    context = {
        "plan": plan,
        "form": form,
        "parts": [(title, one) for _thing, title, one in rows],
        "changes": [],
    }
    if request.method == "POST" and all([form.is_valid(), *(one.is_valid() for _t, _title, one in rows)]):
        edits = [edit for thing, _title, one in rows for edit in one.edits(thing)]
        try:
            if "save" in request.POST:
                actions.amend_plan(plan, **form.cleaned_data, edits=edits, by=request.user, at=at)
                messages.success(request, _("Đã ghi điều chỉnh."))
                return redirect("programme:history", *plan.address)
            changes = actions.preview(plan, edits, at=at)
            context["changes"] = shown_changes(plan, changes, _new_names(edits, changes))
            context["is_checked"] = True
        except Refused as refused:
            context["refusal"] = str(refused.refusal)
    status = 422 if form.is_bound and not context["changes"] else 200
    return render(request, "programme/amend.html", context, status=status)


def _new_names(edits: Any, changes: list[FieldChange]) -> dict[tuple[str, int], str]:
    """The names of what the preview brought in and took back again."""
    brought = [row for row in changes if row.before is False and row.after is True]
    named = [edit.fields.get("name", "") for edit in edits if edit.thing_id is None]
    return {(row.thing, row.thing_id): name for row, name in zip(brought, named, strict=False)}


@require_safe
def history(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """Every amendment before and after, what the plan said when it was issued, and what happened."""
    at = timezone.now()
    plan = plan_or_404(request, place, year, at)
    amendments = list(plan.amendments.select_related("paper__file").prefetch_related("changes"))
    shown = [(one, shown_changes(plan, _changes(one), {})) for one in reversed(amendments)]
    context = head(plan) | {
        "amendments": shown,
        "issued": _issued(plan) if amendments else [],
        "entries": entries(acts_on(plan)),
    }
    return render(request, "programme/history.html", context)


def _changes(amendment: Any) -> list[FieldChange]:
    return [
        FieldChange(row.thing, row.thing_id, row.field, row.before, row.after)
        for row in amendment.changes.all()
    ]


def _issued(plan: Plan) -> list[dict[str, Any]]:
    """The targets as they were when the plan was issued."""
    return [
        fields for (thing, _pk), fields in selectors.text_as_issued(plan).items() if thing == Thing.TARGET
    ]
