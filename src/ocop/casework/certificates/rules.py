"""States of a decision, and what it may decide (Decision 26/2026, articles 4 and 7(3))."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.law.model import Label
from ocop.kernel.workflow import Move, Workflow

RECOGNISED_BY_PROVINCE = (3, 4)  # article 4(1)(a)


class DecisionKind(StrEnum):
    """What a decision does: recognise 3 and 4 stars, or approve a result of 90 points or more (article 7(3)(e))."""

    RECOGNITION = "recognition"
    APPROVAL_OF_RESULT = "approval_of_result"


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

LIVE = frozenset({DecisionState.DRAFT, DecisionState.FOR_SIGNATURE, DecisionState.SIGNED})


def _move(name: str, source: DecisionState, target: DecisionState, vi: str, en: str, *, reason: bool = False) -> Move:
    return Move(name, frozenset({source}), target, Label(vi, en), needs_reason=reason)


_D = DecisionState

WORKFLOW = Workflow(
    "decision",
    DecisionState,
    _D.DRAFT,
    (
        _move("submit", _D.DRAFT, _D.FOR_SIGNATURE, "Trình ký", "Submit for signature"),
        _move("return", _D.FOR_SIGNATURE, _D.DRAFT, "Trả lại người soạn", "Return to the drafter", reason=True),
        _move("sign", _D.FOR_SIGNATURE, _D.SIGNED, "Ký ban hành", "Sign"),
        _move("drop", _D.DRAFT, _D.DROPPED, "Bỏ dự thảo", "Drop the draft", reason=True),
    ),
)
