"""Amending an issued plan with a look at before and after first; the history of a plan."""

from __future__ import annotations

from functools import partial
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
from ocop.foundation.ui.asking import ask_kept
from ocop.registers.programme import actions, permissions, selectors
from ocop.registers.programme.forms import AmendForm
from ocop.registers.programme.models import Plan
from ocop.registers.programme.rules import Edit, FieldChange, Thing
from ocop.registers.programme.views.loading import plan_or_404
from ocop.registers.programme.views.plans import head, permitted
from ocop.registers.programme.views.rows import line_rows, target_rows, task_rows
from ocop.registers.programme.views.showing import entries, shown_changes


def amend(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """The paper, and the whole plan as rows: what is changed in them is the amendment."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_running)
    context: dict[str, Any] = {"plan": plan, "heading": _("Điều chỉnh kế hoạch"), "changes": []}

    def do(form: _Amending) -> HttpResponse | None:
        try:
            if "save" in request.POST:
                paper = form.paper.cleaned_data
                actions.amend_plan(plan, **paper, edits=form.edits(), by=request.user, at=at)
                messages.success(request, _("Đã ghi điều chỉnh."))
                return redirect("programme:history", *plan.address)
            edits = form.edits()
            changes = actions.preview(plan, edits, at=at)
            context["changes"] = shown_changes(plan, changes, _new_names(edits, changes))
            context["is_checked"] = True
        except Refused as refused:
            context["refusal"] = str(refused.refusal)
        return None

    return ask_kept(
        request, at, partial(_Amending, plan), do, context, template="programme/amend.html", kind="new"
    )


class _Amending:
    """The paper and the rows of a plan as one form."""

    def __init__(self, plan: Plan, data: Any = None) -> None:
        self.paper = AmendForm(data)
        self.data, self.is_bound = self.paper.data, self.paper.is_bound
        self.rows = {
            Thing.TARGET: target_rows(plan, data, extra=2),
            Thing.TASK: task_rows(plan, data, extra=2),
            Thing.BUDGET_LINE: line_rows(plan, data, extra=2),
        }

    @property
    def parts(self) -> list[tuple[str, Any]]:
        """The rows under their headings."""
        titles = (_("Chỉ tiêu"), _("Nhiệm vụ"), _("Kinh phí"))
        return list(zip(titles, self.rows.values(), strict=True))

    @property
    def forms(self) -> list[Any]:
        """All that is filled."""
        return [self.paper, *(form for rows in self.rows.values() for form in rows.forms)]

    @property
    def errors(self) -> bool:
        """Whether anything has to be put right."""
        return self.is_bound and not self.is_valid()

    def is_valid(self) -> bool:
        """Whether the paper and every row can be read; each is looked at."""
        return all([self.paper.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def edits(self) -> list[Edit]:
        """What is wanted of the plan."""
        return [edit for thing, rows in self.rows.items() for edit in rows.edits(thing)]


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
