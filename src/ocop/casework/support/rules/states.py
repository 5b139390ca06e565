"""The states of a support activity and every legal move between them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class ActivityState(StrEnum):
    """Where an activity stands."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"


_S = ActivityState
OPEN = frozenset({_S.PLANNED, _S.RUNNING})

STATES: Mapping[ActivityState, Label] = {
    _S.PLANNED: Label("Dự kiến", "Planned"),
    _S.RUNNING: Label("Đang làm", "Under way"),
    _S.FINISHED: Label("Đã xong", "Finished"),
    _S.CANCELLED: Label("Đã huỷ", "Cancelled"),
}

WORKFLOW = Workflow(
    "activity",
    ActivityState,
    _S.PLANNED,
    (
        Move("start", frozenset({_S.PLANNED}), _S.RUNNING, Label("Bắt đầu", "Start")),
        Move("finish", frozenset({_S.RUNNING}), _S.FINISHED, Label("Ghi kết quả", "Record the result")),
        Move("cancel", OPEN, _S.CANCELLED, Label("Huỷ hoạt động", "Cancel this activity"), needs_reason=True),
    ),
)
