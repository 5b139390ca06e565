"""States of an objection and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class ObjectionState(StrEnum):
    """Where an objection stands."""

    FILED = "filed"
    KEPT = "kept"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


_S = ObjectionState

OBJECTION_STATES: Mapping[ObjectionState, Label] = {
    _S.FILED: Label("Chờ trả lời", "Waiting for an answer"),
    _S.KEPT: Label("Giữ nguyên kết quả", "The result stays"),
    _S.SENT_BACK: Label("Hội đồng đánh giá lại", "Evaluated again"),
    _S.WITHDRAWN: Label("Chủ thể rút kiến nghị", "Taken back by the producer"),
}
ANSWERED = frozenset({_S.KEPT, _S.SENT_BACK})

WORKFLOW = Workflow(
    "objection",
    ObjectionState,
    _S.FILED,
    (
        Move("keep", frozenset({_S.FILED}), _S.KEPT, Label("Giữ nguyên kết quả", "Let the result stay")),
        Move(
            "back", frozenset({_S.FILED}), _S.SENT_BACK,
            Label("Đưa về hội đồng đánh giá lại", "Send back to the council"),
        ),
        Move(
            "withdraw", frozenset({_S.FILED}), _S.WITHDRAWN,
            Label("Rút kiến nghị", "Take the objection back"), needs_reason=True,
        ),
    ),
)  # fmt: skip
