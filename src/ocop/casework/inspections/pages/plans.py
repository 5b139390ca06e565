"""The plans of the years, and the page of one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from ocop.casework.inspections import permissions
from ocop.casework.inspections.about import find_plan, plan_head, see
from ocop.casework.inspections.acts import ABOUT_A_PLAN, REMOVE
from ocop.casework.inspections.labels import act_word, reasons_words, weight_lines
from ocop.casework.inspections.lists import PlanFilter, PlanTable
from ocop.casework.inspections.models import Inspection, InspectionPlan, PlanLine
from ocop.casework.inspections.models.visible import InspectionPlanQuerySet
from ocop.casework.inspections.rules.weights import default_weights, read_weights
from ocop.casework.inspections.selectors.facts import frequency
from ocop.casework.inspections.states import InspectionState, PlanState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import address_of
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView


class PlanList(ListView):
    """The plans of the own province."""

    table_class = PlanTable
    filterset_class = PlanFilter
    heading = gettext_lazy("Kế hoạch kiểm tra")
    lead = gettext_lazy("Hậu kiểm định kỳ theo rủi ro và theo lượt; đột xuất khi cần thiết (Điều 9).")
    empty_title = gettext_lazy("Chưa có kế hoạch kiểm tra nào")
    empty_text = gettext_lazy("Máy lập dự thảo từ dữ liệu; cán bộ thêm bớt rồi ban hành.")
    empty_label = add_label = gettext_lazy("Lập dự thảo kế hoạch kiểm tra")
    exporter = as_xlsx
    export_name = "ke-hoach-kiem-tra"
    refuse_add = permissions.refuse_office
    add_name = "inspections:draw"

    def get_queryset(self) -> InspectionPlanQuerySet:
        """What the person may see, with how many products stand in each."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        rows = InspectionPlan.objects.visible_to(who.person, who.at).select_related("paper")
        return rows.annotate(products=Count("lines", filter=Q(lines__removed_because="")))


def plan(request: PersonRequest, key: UUID) -> HttpResponse:
    """Its producers in their order, each with its products, their reasons and how often it was visited."""
    who = request.who
    found = find_plan(who, key)
    see(who, found)
    may = permissions.refuse_handle(who, found) is None
    context = plan_head(found) | {
        "groups": _groups(found, may_change=may and found.state == PlanState.DRAFT, may_open=may),
        "removed": found.lines.exclude(removed_because="").select_related("producer"),
        "weights": weight_lines(read_weights(found.weights), default_weights()),
        **doable(ABOUT_A_PLAN, who, found),
        "entries": happened(found, act_word),
    }
    return render(request, "inspections/plan.html", context)


def _groups(found: InspectionPlan, *, may_change: bool, may_open: bool) -> list[dict[str, Any]]:
    lines = list(
        found.lines.filter(removed_because="").select_related(
            "producer__commune__parent__parent", "recognition__product"
        )
    )
    visits = frequency({line.producer_id for line in lines}, found.year)
    done = set(
        Inspection.objects.filter(plan=found)
        .exclude(state=InspectionState.DROPPED)
        .values_list("items__recognition", flat=True)
    )
    groups: dict[int, dict[str, Any]] = {}
    for line in lines:
        group = groups.setdefault(
            line.producer_id,
            {"producer": line.producer, "visits": visits.get(line.producer_id, {}), "rows": []},
        )
        line.plan = found
        group["rows"].append(_row(line, line.recognition_id in done, may_change=may_change))
    for group in groups.values():
        waiting = [row["code"] for row in group["rows"] if not row["is_done"]]
        opens = may_open and found.state == PlanState.ISSUED and waiting
        group["open"] = f"{reverse('inspections:open')}?ma={','.join(waiting)}" if opens else ""
    return list(groups.values())


def _row(line: PlanLine, is_done: bool, *, may_change: bool) -> dict[str, Any]:
    one = line.recognition
    return {
        "line": line,
        "code": one.certificate_code or one.product_code or one.product.slug,
        "why": line.added_because or reasons_words(line.reasons),
        "is_done": is_done,
        "remove": address_of(REMOVE, line) if may_change else "",
    }
