"""States of a demand for a test and of a sample, and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import StrEnum
from typing import Any

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class DemandState(StrEnum):
    """Whether a product must be tested now."""

    DUE = "due"
    POSTPONED = "postponed"
    DROPPED = "dropped"


class SampleState(StrEnum):
    """Where a sample stands."""

    TAKEN = "taken"
    SENT = "sent"
    TESTED = "tested"
    VOID = "void"


DEMAND_STATES: Mapping[DemandState, Label] = {
    DemandState.DUE: Label("Phải kiểm nghiệm", "To be tested"),
    DemandState.POSTPONED: Label("Chuyển đợt sau", "Moved to a later round"),
    DemandState.DROPPED: Label("Thôi kiểm nghiệm", "Not to be tested any more"),
}

SAMPLE_STATES: Mapping[SampleState, Label] = {
    SampleState.TAKEN: Label("Đã lấy mẫu", "Taken"),
    SampleState.SENT: Label("Đang ở phòng thử nghiệm", "At the laboratory"),
    SampleState.TESTED: Label("Có kết quả", "With a result"),
    SampleState.VOID: Label("Mẫu bị huỷ", "Void"),
}

_D, _S = DemandState, SampleState


def _move(name: str, sources: Set[Any], target: StrEnum, vi: str, en: str, *, reason: bool = False) -> Move:
    return Move(name, frozenset(sources), target, Label(vi, en), needs_reason=reason)


DEMAND_WORKFLOW = Workflow(
    "demand",
    DemandState,
    _D.DUE,
    (
        _move("postpone", {_D.DUE}, _D.POSTPONED, "Chuyển đợt sau", "Move to a later round", reason=True),
        _move("resume", {_D.POSTPONED}, _D.DUE, "Đến vụ, lấy mẫu", "In season again: take the sample"),
        _move(
            "drop", {_D.DUE, _D.POSTPONED}, _D.DROPPED, "Thôi yêu cầu kiểm nghiệm", "Drop the demand",
            reason=True,
        ),
    ),
)  # fmt: skip

SAMPLE_WORKFLOW = Workflow(
    "sample",
    SampleState,
    _S.TAKEN,
    (
        _move("send", {_S.TAKEN}, _S.SENT, "Gửi phòng thử nghiệm", "Send to the laboratory"),
        _move("report", {_S.SENT}, _S.TESTED, "Ghi kết quả", "Record the result"),
        _move(
            "aside", {_S.TESTED}, _S.SENT, "Gạt phiếu kết quả, ghi lại", "Set the report aside",
            reason=True,
        ),
        _move("void", {_S.TAKEN, _S.SENT}, _S.VOID, "Huỷ mẫu", "Make the sample void", reason=True),
    ),
)  # fmt: skip
