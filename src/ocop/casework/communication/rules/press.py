"""States of a line of the press plan, and the channels it may use."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class Channel(StrEnum):
    """Through what people hear of the programme."""

    COMMUNE_RADIO = "commune_radio"
    DISTRICT_TELEVISION = "district_television"
    PROVINCE_TELEVISION = "province_television"
    PROVINCE_RADIO = "province_radio"
    NEWSPAPER = "newspaper"
    WEBSITE = "website"
    SOCIAL_NETWORK = "social_network"
    LEAFLET = "leaflet"
    BANNER = "banner"
    MEETING = "meeting"
    OTHER = "other"


class PressState(StrEnum):
    """Where a line stands. A commune proposes, the province takes it into its plan."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


PRESS_STATES: Mapping[PressState, Label] = {
    PressState.PROPOSED: Label("Xã đề xuất", "Proposed"),
    PressState.PLANNED: Label("Trong kế hoạch", "Planned"),
    PressState.DONE: Label("Đã thực hiện", "Done"),
    PressState.CANCELLED: Label("Đã huỷ", "Cancelled"),
}

_S = PressState

PRESS_WORKFLOW = Workflow(
    "pressitem",
    PressState,
    _S.PROPOSED,
    (
        Move("accept", frozenset({_S.PROPOSED}), _S.PLANNED, Label("Đưa vào kế hoạch", "Take into the plan")),
        Move("do", frozenset({_S.PLANNED}), _S.DONE, Label("Ghi đã thực hiện", "Record as done")),
        Move(
            "cancel",
            frozenset({_S.PROPOSED, _S.PLANNED}),
            _S.CANCELLED,
            Label("Huỷ đầu việc", "Cancel this item"),
            needs_reason=True,
        ),
        Move(
            "reopen",
            frozenset({_S.DONE}),
            _S.PLANNED,
            Label("Ghi lại kết quả", "Record anew"),
            needs_reason=True,
        ),
    ),
)
