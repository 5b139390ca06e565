"""Amending an issued plan with a look at before and after first."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.asking import ask_kept
from ocop.registers.programme.acts import AMEND_PLAN, amend_plan, preview
from ocop.registers.programme.models import Plan
from ocop.registers.programme.pages.permitted import permitted
from ocop.registers.programme.pages.rows import line_rows, target_rows, task_rows
from ocop.registers.programme.pages.showing import shown_changes
from ocop.registers.programme.rules import Edit, FieldChange, Thing


def amend(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """The paper, and the whole plan as rows: what is changed in them is the amendment."""
    who = request.who
    plan = permitted(request, place, year, AMEND_PLAN.refuse)
    context: dict[str, Any] = {"plan": plan, "changes": []}

    def do(form: _Amending) -> HttpResponse | None:
        try:
            if "save" in request.POST:
                paper = form.paper.cleaned_data
                amend_plan(plan, **paper, edits=form.edits(), by=request.user, at=who.at)
                messages.success(request, str(AMEND_PLAN.said))
                return redirect("programme:history", *plan.address)
            edits = form.edits()
            changes = preview(plan, edits, at=who.at)
            context["changes"] = shown_changes(plan, changes, _new_names(edits, changes))
            context["is_checked"] = True
        except Refused as refused:
            context["refusal"] = str(refused.refusal)
        return None

    make = partial(_Amending, who, plan)
    return ask_kept(request, who.at, make, do, context, template=AMEND_PLAN.template, kind="new")


class _Amending:
    """The paper and the rows of a plan as one form."""

    def __init__(self, who: Who, plan: Plan, data: Any = None) -> None:
        self.paper = AMEND_PLAN.form(data, who=who, thing=plan)
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
