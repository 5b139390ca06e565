"""States of the advisory team's reports and score sheets, the moves between them, their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class ReportState(StrEnum):
    """Where a report stands."""

    DRAFT = "draft"
    HANDED_IN = "handed_in"
    REPLACED = "replaced"


REPORT_STATES: Mapping[ReportState, Label] = {
    ReportState.DRAFT: Label("Đang viết", "Being written"),
    ReportState.HANDED_IN: Label("Đã nộp", "Handed in"),
    ReportState.REPLACED: Label("Đã có bản mới", "Replaced by a newer one"),
}

_S = ReportState

WORKFLOW = Workflow(
    "advisory_report",
    ReportState,
    _S.DRAFT,
    (
        Move("hand_in", frozenset({_S.DRAFT}), _S.HANDED_IN, Label("Nộp báo cáo", "Hand in the report")),
        Move(
            "replace", frozenset({_S.HANDED_IN}), _S.REPLACED,
            Label("Thay bằng bản mới", "Replace by a newer one"),
        ),
    ),
)  # fmt: skip


class SheetState(StrEnum):
    """Where a member's score sheet stands; a sealed one never changes again."""

    DRAFT = "draft"
    SEALED = "sealed"


SHEET_STATES: Mapping[SheetState, Label] = {
    SheetState.DRAFT: Label("Đang chấm", "In progress"),
    SheetState.SEALED: Label("Đã chốt", "Sealed"),
}

SHEET_WORKFLOW = Workflow(
    "advisory_sheet",
    SheetState,
    SheetState.DRAFT,
    (
        Move(
            "seal", frozenset({SheetState.DRAFT}), SheetState.SEALED,
            Label("Chốt phiếu tư vấn", "Seal the advisory sheet"),
        ),
    ),
)  # fmt: skip
