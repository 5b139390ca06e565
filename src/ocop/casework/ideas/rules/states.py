"""Where a product idea stands, every legal move, and which level decides on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from ocop.foundation.accounts.rules import Level
from ocop.foundation.places.rules import REFORM_ON
from ocop.kernel.law.applicable import applicable
from ocop.kernel.law.model import Label
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
IDEA_WORKFLOW = Workflow(
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


def deciding_level(on: date) -> Level:
    """The level that decides on ideas on a day: the first office in the procedure of that day's law to get a
    dossier.

    The district under 1048/QĐ-TTg and 148/QĐ-TTg until 30 June 2025, the commune since, also under
    26/2026/QĐ-TTg. From 1 to 5 July 2025 the text still named districts, which there were none of: the
    commune has their work. NoLawError (a LookupError) for a day without any regulation.
    """
    stages = applicable("first", on, on).stages
    level = next(Level(stage.level) for stage in stages if stage.level != "producer")
    return Level.COMMUNE if level == Level.DISTRICT and on >= REFORM_ON else level
