"""States of a visit and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class VisitState(StrEnum):
    """Where a visit stands."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    ENDED = "ended"
    CANCELLED = "cancelled"


VISIT_STATES: Mapping[VisitState, Label] = {
    VisitState.PLANNED: Label("Đã lập lịch", "Planned"),
    VisitState.ANNOUNCED: Label("Đã thông báo", "Announced"),
    VisitState.ENDED: Label("Đã kiểm tra", "Visited"),
    VisitState.CANCELLED: Label("Đã huỷ", "Cancelled"),
}

_S = VisitState
OPEN = frozenset({_S.PLANNED, _S.ANNOUNCED})


def _move(
    name: str, sources: frozenset[VisitState], target: VisitState, vi: str, en: str, *, reason: bool = False
) -> Move:
    return Move(name, sources, target, Label(vi, en), needs_reason=reason)


WORKFLOW = Workflow(
    "visit",
    VisitState,
    _S.PLANNED,
    (
        _move(
            "announce", frozenset({_S.PLANNED}), _S.ANNOUNCED, "Thông báo cho chủ thể", "Tell the producer"
        ),
        _move("postpone", OPEN, _S.PLANNED, "Dời ngày", "Put off", reason=True),
        _move("cancel", OPEN, _S.CANCELLED, "Huỷ buổi kiểm tra", "Cancel the visit", reason=True),
        _move("end", OPEN, _S.ENDED, "Kết thúc buổi kiểm tra", "End the visit"),
    ),
)
