"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates.about import find_programme
from ocop.casework.inspections import permissions
from ocop.casework.inspections.labels import (
    INSPECTION_KINDS,
    MINISTRY_KINDS,
    ORDER_KINDS,
    PLAN_KINDS,
    REPORT_KINDS,
    inspection_word,
    ministry_word,
    misuse_word,
    order_word,
    plan_word,
    report_word,
)
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    Inspection,
    InspectionPlan,
    MinistryInspection,
    MisuseReport,
    PlanLine,
)
from ocop.casework.inspections.states import (
    InspectionState,
    MinistryState,
    OrderState,
    PlanState,
    ReportState,
)
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one


def _none() -> Http404:
    return Http404(_("Không có cuộc kiểm tra, yêu cầu hay phản ánh này."))


def _found(row: Any) -> Any:
    if row is None:
        raise _none()
    return row


def see(who: Who, thing: Any) -> None:
    """What the person is not to know of is not there."""
    if not permissions.reads(who, thing):
        raise _none()


def find_plan(_who: Who, key: UUID) -> InspectionPlan:
    """The plan of this address."""
    rows = InspectionPlan.objects.select_related("programme__province", "paper", "drawn_by")
    return _found(the_one(rows.filter(key=key)))


def find_line(_who: Who, key: UUID, line: int) -> PlanLine:
    """The line of this address."""
    rows = PlanLine.objects.select_related("plan__programme__province").filter(plan__key=key, pk=line)
    return _found(the_one(rows))


def find_inspection(_who: Who, key: UUID) -> Inspection:
    """The inspection of this address."""
    return _found(the_one(Inspection.objects.with_names().filter(key=key)))


def find_order(_who: Who, key: UUID) -> CorrectiveOrder:
    """The order of this address."""
    return _found(the_one(CorrectiveOrder.objects.with_names().filter(key=key)))


def find_ministrys(_who: Who, key: UUID) -> MinistryInspection:
    """The inspection of the Ministry of this address."""
    return _found(the_one(MinistryInspection.objects.with_names().filter(key=key)))


def find_report(_who: Who, key: UUID) -> MisuseReport:
    """The report of this address."""
    rows = MisuseReport.objects.select_related(
        "programme__province", "recognition__product__producer__commune__parent__parent", "merged_into",
        "inspection__producer", "forwarded_to", "handled_by",
    )  # fmt: skip
    return _found(the_one(rows.filter(key=key)))


def plan_head(plan: InspectionPlan) -> dict[str, Any]:
    """What the head of every page about a plan says."""
    state = PlanState(plan.state)
    is_draft = state == PlanState.DRAFT
    return {
        "plan": plan,
        "name": str(plan),
        "stage": plan_word(state),
        "stage_kind": PLAN_KINDS[state],
        "next_step": _("Xem, thêm bớt, rồi ban hành") if is_draft else "",
        "holder": plan.programme.agency_name if is_draft else "",
    }


def inspection_head(inspection: Inspection) -> dict[str, Any]:
    """What the head of every page about an inspection says."""
    state = InspectionState(inspection.state)
    is_open = state == InspectionState.OPEN
    return {
        "inspection": inspection,
        "name": inspection.producer.name,
        "place": _("Kiểm tra ngày %(day)s") % {"day": f"{inspection.starts_on:%d/%m/%Y}"},
        "stage": inspection_word(state),
        "stage_kind": INSPECTION_KINDS[state],
        "next_step": _("Ghi phiếu, rồi kết luận") if is_open else "",
        "holder": _("Đoàn kiểm tra") if is_open else "",
        "due": inspection.starts_on if is_open else None,
        "today": timezone.localdate(),
    }


def order_head(order: CorrectiveOrder) -> dict[str, Any]:
    """What the head of every page about an order says."""
    state = OrderState(order.state)
    steps = {
        OrderState.OPEN: (_("Khắc phục và báo kết quả"), order.producer.name),
        OrderState.ANSWERED: (_("Xem kết quả khắc phục"), order.programme.agency_name),
        OrderState.OBJECTED: (_("Trả lời chủ thể"), order.programme.agency_name),
    }
    next_step, holder = steps.get(state, ("", ""))
    return {
        "order": order,
        "name": order.item.product_name,
        "place": order.producer.name,
        "stage": order_word(state),
        "stage_kind": ORDER_KINDS[state],
        "next_step": next_step,
        "holder": holder,
        "due": order.due_on if next_step else None,
        "today": timezone.localdate(),
    }


def ministrys_head(found: MinistryInspection) -> dict[str, Any]:
    """What the head of every page about an inspection of the Ministry says."""
    state = MinistryState(found.state)
    is_open = state == MinistryState.OPEN
    return {
        "found": found,
        "name": found.product_name,
        "place": _("Bộ kiểm tra ngày %(day)s") % {"day": f"{found.inspected_on:%d/%m/%Y}"},
        "stage": ministry_word(state),
        "stage_kind": MINISTRY_KINDS[state],
        "next_step": _("Thực hiện yêu cầu của Bộ, rồi ghi kết quả") if is_open else "",
        "holder": found.programme.agency_name if is_open else "",
        "due": found.due_on if is_open else None,
        "today": timezone.localdate(),
    }


def report_head(report: MisuseReport) -> dict[str, Any]:
    """What the head of every page about a report says."""
    state = ReportState(report.state)
    waits = state in {ReportState.RECEIVED, ReportState.FORWARDED}
    return {
        "report": report,
        "name": report.product_name or report.code or _("Không rõ sản phẩm"),
        "place": misuse_word(report.kind),
        "stage": report_word(state),
        "stage_kind": REPORT_KINDS[state],
        "next_step": _("Xem và xử lý") if waits else "",
        "holder": report.programme.agency_name if waits else "",
    }


def _key(thing: Any) -> dict[str, Any]:
    return {"key": thing.key}


PLANS = Matter(
    space="inspections",
    address="kiem-tra/ke-hoach/",
    find=find_programme,
    back=lambda _programme: reverse("inspections:plans"),
)
PLAN = Matter(
    space="inspections",
    address="kiem-tra/ke-hoach/<uuid:key>/",
    find=find_plan,
    keys=_key,
    back=InspectionPlan.get_absolute_url,
    head=plan_head,
    see=see,
)
LINE = Matter(
    space="inspections",
    address="kiem-tra/ke-hoach/<uuid:key>/<int:line>/",
    find=find_line,
    keys=lambda line: {"key": line.plan.key, "line": line.pk},
    back=lambda line: line.plan.get_absolute_url(),
    head=lambda line: plan_head(line.plan),
    see=lambda who, line: see(who, line.plan),
)
INSPECTIONS = Matter(
    space="inspections",
    address="kiem-tra/",
    find=find_programme,
    back=lambda _programme: reverse("inspections:list"),
)
INSPECTION = Matter(
    space="inspections",
    address="kiem-tra/<uuid:key>/",
    find=find_inspection,
    keys=_key,
    back=Inspection.get_absolute_url,
    head=inspection_head,
    see=see,
)
ORDER = Matter(
    space="inspections",
    address="khac-phuc/<uuid:key>/",
    find=find_order,
    keys=_key,
    back=CorrectiveOrder.get_absolute_url,
    head=order_head,
    see=see,
)
REPORT = Matter(
    space="inspections",
    address="phan-anh/<uuid:key>/",
    find=find_report,
    keys=_key,
    back=MisuseReport.get_absolute_url,
    head=report_head,
    see=see,
)
MINISTRYS_ALL = Matter(
    space="inspections",
    address="kiem-tra/bo/",
    find=find_programme,
    back=lambda _programme: reverse("inspections:ministrys_list"),
)
MINISTRYS = Matter(
    space="inspections",
    address="kiem-tra/bo/<uuid:key>/",
    find=find_ministrys,
    keys=_key,
    back=MinistryInspection.get_absolute_url,
    head=ministrys_head,
    see=see,
)
