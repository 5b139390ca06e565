"""States of a decision and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class DecisionState(StrEnum):
    """Where a decision stands."""

    DRAFT = "draft"
    FOR_SIGNATURE = "for_signature"
    SIGNED = "signed"
    DROPPED = "dropped"


DECISION_STATES: Mapping[DecisionState, Label] = {
    DecisionState.DRAFT: Label("Đang soạn", "Draft"),
    DecisionState.FOR_SIGNATURE: Label("Chờ ký", "Waiting for signature"),
    DecisionState.SIGNED: Label("Đã ký", "Signed"),
    DecisionState.DROPPED: Label("Đã bỏ", "Dropped"),
}


def _move(
    name: str, source: DecisionState, target: DecisionState, vi: str, en: str, *, reason: bool = False
) -> Move:
    return Move(name, frozenset({source}), target, Label(vi, en), needs_reason=reason)


_D = DecisionState

WORKFLOW = Workflow(
    "decision",
    DecisionState,
    _D.DRAFT,
    (
        _move("submit", _D.DRAFT, _D.FOR_SIGNATURE, "Trình ký", "Submit for signature"),
        _move(
            "return", _D.FOR_SIGNATURE, _D.DRAFT, "Trả lại người soạn", "Return to the drafter", reason=True
        ),
        _move("sign", _D.FOR_SIGNATURE, _D.SIGNED, "Ký ban hành", "Sign"),
        _move("drop", _D.DRAFT, _D.DROPPED, "Bỏ dự thảo", "Drop the draft", reason=True),
    ),
)
