"""States of an annulment and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class AnnulmentState(StrEnum):
    """Where an annulment stands."""

    PREPARED = "prepared"
    VERIFIED = "verified"
    DECIDED = "decided"
    DROPPED = "dropped"


_S = AnnulmentState
RUNNING = frozenset({_S.PREPARED, _S.VERIFIED})

ANNULMENT_STATES: Mapping[AnnulmentState, Label] = {
    _S.PREPARED: Label("Chờ xác minh", "Waiting to be verified"),
    _S.VERIFIED: Label("Chờ quyết định", "Waiting for the decision"),
    _S.DECIDED: Label("Đã huỷ bỏ", "Annulled"),
    _S.DROPPED: Label("Không huỷ bỏ", "Not annulled"),
}

WORKFLOW = Workflow(
    "annulment",
    AnnulmentState,
    _S.PREPARED,
    (
        Move(
            "verify", frozenset({_S.PREPARED}), _S.VERIFIED,
            Label("Xác nhận đã xác minh", "Confirm the verification"),
        ),
        Move(
            "return", frozenset({_S.VERIFIED}), _S.PREPARED,
            Label("Trả lại để xác minh lại", "Return to be verified again"), needs_reason=True,
        ),
        Move(
            "sign", frozenset({_S.VERIFIED}), _S.DECIDED,
            Label("Ký quyết định huỷ bỏ", "Sign the annulment"),
        ),
        Move(
            "drop", frozenset({_S.PREPARED, _S.VERIFIED}), _S.DROPPED,
            Label("Thôi không huỷ bỏ", "Do not annul"), needs_reason=True,
        ),
    ),
)  # fmt: skip
