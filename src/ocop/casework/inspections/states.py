"""States of plans, inspections, corrective orders, inspections of the Ministry and reports, and the moves
between them, with their labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class PlanState(StrEnum):
    """Where the inspection plan of a year stands."""

    DRAFT = "draft"
    ISSUED = "issued"


class InspectionState(StrEnum):
    """Where an inspection stands."""

    OPEN = "open"
    CONCLUDED = "concluded"
    DROPPED = "dropped"


class OrderState(StrEnum):
    """Where a corrective order stands."""

    OPEN = "open"
    ANSWERED = "answered"
    OBJECTED = "objected"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    PROPOSED = "proposed"


class MinistryState(StrEnum):
    """Where an inspection of the Ministry stands: what it asks is open, or done."""

    OPEN = "open"
    CLOSED = "closed"


class ReportState(StrEnum):
    """Where a shopper's report stands."""

    RECEIVED = "received"
    FORWARDED = "forwarded"
    INSPECTED = "inspected"
    DISMISSED = "dismissed"
    MERGED = "merged"


PLAN_STATES: Mapping[PlanState, Label] = {
    PlanState.DRAFT: Label("Dự thảo", "Draft"),
    PlanState.ISSUED: Label("Đã ban hành", "Issued"),
}
INSPECTION_STATES: Mapping[InspectionState, Label] = {
    InspectionState.OPEN: Label("Đang kiểm tra", "Under way"),
    InspectionState.CONCLUDED: Label("Đã kết luận", "Concluded"),
    InspectionState.DROPPED: Label("Đã thôi", "Called off"),
}
ORDER_STATES: Mapping[OrderState, Label] = {
    OrderState.OPEN: Label("Chờ khắc phục", "To be corrected"),
    OrderState.ANSWERED: Label("Chờ xem kết quả", "Answered"),
    OrderState.OBJECTED: Label("Chủ thể không đồng ý", "Objected to"),
    OrderState.ACCEPTED: Label("Đã khắc phục", "Corrected"),
    OrderState.WITHDRAWN: Label("Đã rút yêu cầu", "Withdrawn"),
    OrderState.PROPOSED: Label("Đề nghị thu hồi", "Revocation proposed"),
}
MINISTRY_STATES: Mapping[MinistryState, Label] = {
    MinistryState.OPEN: Label("Chờ thực hiện yêu cầu", "To be done"),
    MinistryState.CLOSED: Label("Đã xong", "Done"),
}
REPORT_STATES: Mapping[ReportState, Label] = {
    ReportState.RECEIVED: Label("Đã nhận, chờ xem", "Received, waiting"),
    ReportState.FORWARDED: Label("Đã chuyển xã kiểm tra", "Passed to the commune"),
    ReportState.INSPECTED: Label("Đã mở kiểm tra", "An inspection was opened"),
    ReportState.DISMISSED: Label("Đã xem, không xử lý thêm", "Looked at, nothing further"),
    ReportState.MERGED: Label("Đã gộp với phản ánh trước", "Joined with an earlier report"),
}

_P, _I, _O, _R = PlanState, InspectionState, OrderState, ReportState


def _move(
    name: str, sources: AbstractSet[StrEnum], target: StrEnum, vi: str, en: str, *, reason: bool = False
) -> Move:
    return Move(name, frozenset(sources), target, Label(vi, en), needs_reason=reason)


PLAN_WORKFLOW = Workflow(
    "inspectionplan",
    PlanState,
    _P.DRAFT,
    (_move("issue", {_P.DRAFT}, _P.ISSUED, "Ban hành kế hoạch kiểm tra", "Issue the inspection plan"),),
)

INSPECTION_WORKFLOW = Workflow(
    "inspection",
    InspectionState,
    _I.OPEN,
    (
        _move("conclude", {_I.OPEN}, _I.CONCLUDED, "Kết luận kiểm tra", "Conclude the inspection"),
        _move("drop", {_I.OPEN}, _I.DROPPED, "Thôi kiểm tra", "Call the inspection off", reason=True),
    ),
)

_HANDLED = {_O.OPEN, _O.ANSWERED}
ORDER_WORKFLOW = Workflow(
    "correctiveorder",
    OrderState,
    _O.OPEN,
    (
        _move("answer", {_O.OPEN}, _O.ANSWERED, "Báo đã khắc phục", "Report that it is corrected"),
        _move(
            "object", {_O.OPEN}, _O.OBJECTED, "Không đồng ý với yêu cầu", "Object to the order", reason=True
        ),
        _move("uphold", {_O.OBJECTED}, _O.OPEN, "Giữ nguyên yêu cầu", "Uphold the order", reason=True),
        _move("withdraw", {_O.OBJECTED}, _O.WITHDRAWN, "Rút yêu cầu", "Withdraw the order", reason=True),
        _move("accept", {_O.ANSWERED}, _O.ACCEPTED, "Xác nhận đã khắc phục", "Confirm the correction"),
        _move("extend", _HANDLED, _O.OPEN, "Gia hạn khắc phục", "Extend the deadline", reason=True),
        _move(
            "propose", _HANDLED, _O.PROPOSED, "Đề nghị thu hồi giấy chứng nhận", "Propose the revocation",
            reason=True,
        ),
    ),
)  # fmt: skip

MINISTRY_WORKFLOW = Workflow(
    "ministryinspection",
    MinistryState,
    MinistryState.OPEN,
    (
        _move(
            "close", {MinistryState.OPEN}, MinistryState.CLOSED, "Ghi đã thực hiện yêu cầu của Bộ",
            "Record that what the Ministry asked is done",
        ),
    ),
)  # fmt: skip

_WAITING = {_R.RECEIVED, _R.FORWARDED}
REPORT_WORKFLOW = Workflow(
    "misusereport",
    ReportState,
    _R.RECEIVED,
    (
        _move("inspect", _WAITING, _R.INSPECTED, "Mở kiểm tra đột xuất", "Open a surprise inspection"),
        _move(
            "forward", {_R.RECEIVED}, _R.FORWARDED, "Chuyển xã kiểm tra", "Pass it to the commune",
            reason=True,
        ),
        _move("merge", _WAITING, _R.MERGED, "Gộp với phản ánh trước", "Join with an earlier report"),
        _move(
            "dismiss", _WAITING, _R.DISMISSED, "Không xử lý thêm", "Take no further action", reason=True
        ),
    ),
)  # fmt: skip
