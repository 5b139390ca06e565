"""States of a revocation and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class RevocationState(StrEnum):
    """Where a revocation stands."""

    PREPARED = "prepared"
    VERIFIED = "verified"
    SENT = "sent"
    DECIDED = "decided"
    DROPPED = "dropped"


REVOCATION_STATES: Mapping[RevocationState, Label] = {
    RevocationState.PREPARED: Label("Chờ xác minh", "Waiting to be verified"),
    RevocationState.VERIFIED: Label("Chờ quyết định", "Waiting for the decision"),
    RevocationState.SENT: Label("Đã gửi Bộ", "Sent to the Ministry"),
    RevocationState.DECIDED: Label("Đã thu hồi", "Revoked"),
    RevocationState.DROPPED: Label("Không thu hồi", "Not revoked"),
}

_S = RevocationState


def _move(
    name: str,
    sources: set[RevocationState],
    target: RevocationState,
    vi: str,
    en: str,
    *,
    reason: bool = False,
) -> Move:
    return Move(name, frozenset(sources), target, Label(vi, en), needs_reason=reason)


WORKFLOW = Workflow(
    "revocation",
    RevocationState,
    _S.PREPARED,
    (
        _move("verify", {_S.PREPARED}, _S.VERIFIED, "Xác nhận đã xác minh", "Confirm the verification"),
        _move(
            "return", {_S.VERIFIED}, _S.PREPARED, "Trả lại để xác minh lại", "Return to be verified again",
            reason=True,
        ),
        _move("sign", {_S.VERIFIED}, _S.DECIDED, "Ký quyết định thu hồi", "Sign the revocation"),
        _move("send", {_S.VERIFIED}, _S.SENT, "Ghi đã gửi Bộ", "Record that it was sent to the Ministry"),
        _move(
            "answer", {_S.SENT}, _S.DECIDED, "Ghi quyết định của Bộ trưởng", "Record the Minister's decision"
        ),
        _move(
            "drop", {_S.PREPARED, _S.VERIFIED, _S.SENT}, _S.DROPPED, "Thôi không thu hồi", "Do not revoke",
            reason=True,
        ),
    ),
)  # fmt: skip


class CessationState(StrEnum):
    """Where a producer that was dissolved, or a product that is made no more, stands before any decision."""

    REPORTED = "reported"
    TAKEN_UP = "taken_up"
    SET_ASIDE = "set_aside"


_C = CessationState

CESSATION_STATES: Mapping[CessationState, Label] = {
    _C.REPORTED: Label("Chờ tỉnh xử lý", "Waiting for the province"),
    _C.TAKEN_UP: Label("Đã lập đề nghị thu hồi", "Proposed for revocation"),
    _C.SET_ASIDE: Label("Không thu hồi", "Not revoked"),
}

CESSATION_WORKFLOW = Workflow(
    "cessation",
    CessationState,
    _C.REPORTED,
    (
        Move(
            "take_up", frozenset({_C.REPORTED}), _C.TAKEN_UP,
            Label("Lập đề nghị thu hồi", "Propose a revocation"),
        ),
        Move(
            "dismiss", frozenset({_C.REPORTED}), _C.SET_ASIDE,
            Label("Thôi không thu hồi", "Do not revoke"), needs_reason=True,
        ),
    ),
)  # fmt: skip
