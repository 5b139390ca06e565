"""The list of plans, the page of one, its history."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Button, buttons
from ocop.foundation.acts.buttons import CSS
from ocop.foundation.audit.selectors import history as acts_on
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.programme import permissions
from ocop.registers.programme.about import plan_head, visible_plan
from ocop.registers.programme.acts import ABOUT_A_PLAN, CLOSE_PLAN
from ocop.registers.programme.lists import PlanFilter, PlanTable
from ocop.registers.programme.models import Amendment, Plan
from ocop.registers.programme.pages.showing import (
    entries,
    money_of,
    progress_url,
    shown_changes,
    shown_targets,
    shown_tasks,
)
from ocop.registers.programme.rules import FieldChange, Thing
from ocop.registers.programme.selectors import plans_visible_to, text_as_issued


class PlanList(ListView):
    """The plans of the own province and of those that it took over."""

    table_class = PlanTable
    filterset_class = PlanFilter
    heading = _("Kế hoạch năm")
    lead = _("Chỉ tiêu, nhiệm vụ, kinh phí và lịch của từng năm.")
    empty_title = _("Chưa có kế hoạch nào")
    empty_text = _("Lập kế hoạch mới, hoặc sao chép kế hoạch năm trước.")
    empty_label = add_label = _("Lập kế hoạch")
    exporter = as_xlsx
    export_name = "ke-hoach-nam"

    def get_queryset(self) -> QuerySet[Plan]:
        """What the person may read, with the number of targets and tasks."""
        rows = plans_visible_to(self.request.user, self.request.who.at)
        return rows.annotate(
            target_count=Count("targets", filter=Q(targets__in_force=True), distinct=True),
            task_count=Count("tasks", filter=Q(tasks__in_force=True), distinct=True),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who write plans."""
        ensure(permissions.refuse_read_plans(self.request.who))
        if permissions.provinces_to_write(self.request.who):
            self.add_url = self.empty_url = reverse("programme:plan_write")
        return super().get_context_data(**kwargs)


@require_safe
def detail(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """The whole plan: calm, printable."""
    who = request.who
    plan = visible_plan(who, place, year)
    context = plan_head(plan) | {
        "edits": permissions.refuse_draft_change(who, plan) is None,
        "keeps_up": permissions.refuse_keep_up(who, plan) is None,
        "unknown": _unknown(plan) if plan.is_partly_known else [],
        "targets": shown_targets(plan),
        "tasks": shown_tasks(plan),
        "money": money_of(plan),
        "steps": plan.steps.all(),
        "amendments": plan.amendments.all(),
        "papers": plan.papers.select_related("file"),
        "entries": entries(acts_on(plan)),
        "buttons": _buttons(who, plan),
    }
    return render(request, "programme/plan.html", context)


def _buttons(who: Who, plan: Plan) -> list[Button]:
    """Its progress, and what this person may do with it as a whole; the books are closed after the year."""
    is_over = timezone.localdate(who.at) > plan.last_day
    acts = [act for act in ABOUT_A_PLAN if is_over or act is not CLOSE_PLAN]
    return [*_progress(plan), *(one for one in buttons(acts, who, plan) if one.refusal is None)]


def _progress(plan: Plan) -> list[Button]:
    """How far it has come; of a draft there is nothing to say yet."""
    if plan.is_draft:
        return []
    ways = [
        Button(gettext("Tiến độ"), progress_url("progress", *plan.address), CSS["main"]),
        Button(gettext("Một trang cho lãnh đạo"), progress_url("leaders", *plan.address), CSS["quiet"]),
    ]
    return [one for one in ways if one.url]


def _unknown(plan: Plan) -> list[str]:
    """The parts of the paper that are not known."""
    parts = [
        (plan.number, gettext("số, ký hiệu")), (plan.issued_on, gettext("ngày ban hành")),
        (plan.signer_name, gettext("người ký")),
    ]  # fmt: skip
    return [word for value, word in parts if not value]


@require_safe
def history(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """Every amendment before and after, what the plan said when it was issued, and what happened."""
    plan = visible_plan(request.who, place, year)
    amendments = list(plan.amendments.select_related("paper__file").prefetch_related("changes"))
    shown = [(one, shown_changes(plan, _changes(one), {})) for one in reversed(amendments)]
    context = plan_head(plan) | {
        "amendments": shown,
        "issued": _issued(plan) if amendments else [],
        "entries": entries(acts_on(plan)),
    }
    return render(request, "programme/history.html", context)


def _changes(amendment: Amendment) -> list[FieldChange]:
    return [
        FieldChange(row.thing, row.thing_id, row.field, row.before, row.after)
        for row in amendment.changes.all()
    ]


def _issued(plan: Plan) -> list[dict[str, Any]]:
    """The targets as they were when the plan was issued."""
    return [fields for (thing, _pk), fields in text_as_issued(plan).items() if thing == Thing.TARGET]
