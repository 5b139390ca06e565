"""States of a product idea and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class IdeaState(StrEnum):
    """Where an idea stands. Which level has it in hand is never part of the name."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_S = IdeaState
IDEA_EDITABLE = frozenset({_S.DRAFT, _S.RETURNED})
IDEA_OPEN = frozenset({_S.DRAFT, _S.SUBMITTED, _S.RETURNED})
IDEA_DECIDED = frozenset({_S.APPROVED, _S.REFUSED})

IDEA_STATES: Mapping[IdeaState, Label] = {
    _S.DRAFT: Label("Đang soạn", "Being prepared"),
    _S.SUBMITTED: Label("Đã gửi, chờ duyệt", "Sent, waiting for approval"),
    _S.RETURNED: Label("Trả lại để bổ sung", "Returned for completion"),
    _S.APPROVED: Label("Đã duyệt", "Approved"),
    _S.REFUSED: Label("Không duyệt", "Refused"),
    _S.WITHDRAWN: Label("Đã rút", "Withdrawn"),
}


def _move(
    name: str, sources: frozenset[IdeaState], target: IdeaState, vi: str, en: str, *, reason: bool = False
) -> Move:
    return Move(name, sources, target, Label(vi, en), needs_reason=reason)


_WAITING = frozenset({_S.SUBMITTED})
WORKFLOW = Workflow(
    "idea",
    IdeaState,
    _S.DRAFT,
    (
        _move("submit", IDEA_EDITABLE, _S.SUBMITTED, "Gửi ý tưởng", "Send the idea"),
        _move("approve", _WAITING, _S.APPROVED, "Duyệt ý tưởng", "Approve the idea"),
        _move("return", _WAITING, _S.RETURNED, "Trả lại để bổ sung", "Return for completion", reason=True),
        _move("refuse", _WAITING, _S.REFUSED, "Không duyệt ý tưởng", "Refuse the idea", reason=True),
        _move("withdraw", IDEA_OPEN, _S.WITHDRAWN, "Rút ý tưởng", "Withdraw the idea"),
    ),
)
