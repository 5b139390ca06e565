"""The states of a meeting, of a product on its agenda, of a score sheet and of its correction,
with every legal move between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import StrEnum
from typing import Any

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class MeetingState(StrEnum):
    """Where a meeting stands. Postponed: it will be held, on a day that is not known yet."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    """Where a product on the agenda stands.
    Disputed: the council must settle something before there is a result. Withdrawn: by its producer.
    """

    WAITING = "waiting"
    SCORING = "scoring"
    DISPUTED = "disputed"
    TALLIED = "tallied"
    CLOSED = "closed"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


class SheetState(StrEnum):
    """Where a score sheet stands; a sealed one never changes again."""

    DRAFT = "draft"
    SEALED = "sealed"


class CorrectionState(StrEnum):
    """Where the correction of a sealed sheet stands. Lapsed: the product went another way meanwhile."""

    ASKED = "asked"
    ALLOWED = "allowed"
    DECLINED = "declined"
    LAPSED = "lapsed"


MEETING_STATES: Mapping[MeetingState, Label] = {
    MeetingState.PLANNED: Label("Đã lên lịch", "Planned"),
    MeetingState.POSTPONED: Label("Đã hoãn, chờ lịch mới", "Postponed, no day yet"),
    MeetingState.OPEN: Label("Đang họp", "Open"),
    MeetingState.CLOSED: Label("Đã bế mạc", "Closed"),
    MeetingState.CANCELLED: Label("Đã huỷ", "Cancelled"),
}

ITEM_STATES: Mapping[ItemState, Label] = {
    ItemState.WAITING: Label("Chờ chấm", "Waiting"),
    ItemState.SCORING: Label("Đang chấm", "Being scored"),
    ItemState.DISPUTED: Label("Chờ hội đồng thống nhất", "To be settled by the council"),
    ItemState.TALLIED: Label("Đã tổng hợp", "Tallied"),
    ItemState.CLOSED: Label("Đã chốt kết quả", "Result final"),
    ItemState.EXCLUDED: Label("Bị loại", "Excluded"),
    ItemState.WITHDRAWN: Label("Chủ thể đã rút", "Withdrawn by the producer"),
    ItemState.REMOVED: Label("Đưa ra khỏi phiên họp", "Taken off the agenda"),
}

SHEET_STATES: Mapping[SheetState, Label] = {
    SheetState.DRAFT: Label("Đang chấm", "In progress"),
    SheetState.SEALED: Label("Đã chốt", "Sealed"),
}

CORRECTION_STATES: Mapping[CorrectionState, Label] = {
    CorrectionState.ASKED: Label("Chờ chủ tịch đồng ý", "Waiting for the chair's consent"),
    CorrectionState.ALLOWED: Label("Đã đồng ý", "Allowed"),
    CorrectionState.DECLINED: Label("Không đồng ý", "Declined"),
    CorrectionState.LAPSED: Label("Không còn xem xét", "Lapsed"),
}

UPCOMING = frozenset({MeetingState.PLANNED, MeetingState.POSTPONED})
"""States of a meeting that has not been opened yet and is still going to be held."""

UNFINISHED = UPCOMING | {MeetingState.OPEN}
"""States in which a meeting is prepared or held."""

LIVE_ITEMS = frozenset({ItemState.WAITING, ItemState.SCORING, ItemState.DISPUTED, ItemState.TALLIED})
"""States in which a product still needs something of the council."""


def _move(name: str, sources: Set[Any], target: StrEnum, vi: str, en: str, *, reason: bool = False) -> Move:
    return Move(name, frozenset(sources), target, Label(vi, en), needs_reason=reason)


_M, _I, _S, _C = MeetingState, ItemState, SheetState, CorrectionState

MEETING_WORKFLOW = Workflow(
    "meeting",
    MeetingState,
    _M.PLANNED,
    (
        _move("open", {_M.PLANNED}, _M.OPEN, "Khai mạc", "Open the meeting"),
        _move("close", {_M.OPEN}, _M.CLOSED, "Bế mạc", "Close the meeting"),
        _move("postpone", {_M.PLANNED}, _M.POSTPONED, "Hoãn phiên họp", "Postpone the meeting", reason=True),
        _move("reschedule", UPCOMING, _M.PLANNED, "Đổi lịch họp", "Change day or place", reason=True),
        _move("cancel", UPCOMING, _M.CANCELLED, "Huỷ phiên họp", "Cancel the meeting", reason=True),
    ),
)

ITEM_WORKFLOW = Workflow(
    "agenda_item",
    ItemState,
    _I.WAITING,
    (
        _move("open", {_I.WAITING}, _I.SCORING, "Mở chấm", "Open for scoring"),
        _move("tally", {_I.SCORING}, _I.TALLIED, "Tổng hợp", "Tally"),
        _move("dispute", {_I.SCORING}, _I.DISPUTED, "Chuyển hội đồng thống nhất", "Refer to the council"),
        _move("rescore", {_I.DISPUTED}, _I.SCORING, "Chấm lại", "Score again", reason=True),
        _move("resolve", {_I.DISPUTED}, _I.TALLIED, "Ghi ý kiến thống nhất", "Record the resolution",
        reason=True),
        _move("refer", {_I.DISPUTED}, _I.REMOVED, "Đưa ra phiên họp", "Refer to a meeting", reason=True),
        _move("reopen", {_I.TALLIED}, _I.SCORING, "Đưa về chấm lại", "Take back to scoring", reason=True),
        _move("recount", {_I.DISPUTED, _I.TALLIED}, _I.SCORING, "Tính lại", "Count again", reason=True),
        _move("close", {_I.TALLIED}, _I.CLOSED, "Chốt kết quả", "Make the result final"),
        _move(
            "exclude", {_I.WAITING, _I.SCORING, _I.DISPUTED, _I.TALLIED}, _I.EXCLUDED,
            "Loại sản phẩm", "Exclude the product", reason=True,
        ),
        _move(
            "withdraw", LIVE_ITEMS, _I.WITHDRAWN,
            "Chủ thể rút hồ sơ", "Withdrawn by the producer", reason=True,
        ),
        _move(
            "remove", {_I.WAITING, _I.SCORING}, _I.REMOVED, "Đưa ra khỏi phiên họp", "Take off the agenda",
            reason=True
        ),
    ),
)  # fmt: skip

SHEET_WORKFLOW = Workflow(
    "score_sheet",
    SheetState,
    _S.DRAFT,
    (_move("seal", {_S.DRAFT}, _S.SEALED, "Chốt phiếu", "Seal the sheet"),),
)

CORRECTION_WORKFLOW = Workflow(
    "correction",
    CorrectionState,
    _C.ASKED,
    (
        _move("allow", {_C.ASKED}, _C.ALLOWED, "Đồng ý cho sửa phiếu", "Allow the correction"),
        _move(
            "decline",
            {_C.ASKED},
            _C.DECLINED,
            "Không đồng ý sửa phiếu",
            "Decline the correction",
            reason=True,
        ),
        _move("lapse", {_C.ASKED}, _C.LAPSED, "Ngừng xem xét", "Let it lapse", reason=True),
    ),
)
