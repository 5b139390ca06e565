"""States of an answer “will not be evaluated anew” and of an extension, and the moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class DeclineState(StrEnum):
    """Whether the answer stands."""

    STANDING = "standing"
    TAKEN_BACK = "taken_back"


class ExtensionState(StrEnum):
    """Where an extension stands."""

    PREPARED = "prepared"
    SIGNED = "signed"
    DROPPED = "dropped"


DECLINE_STATES: Mapping[DeclineState, Label] = {
    DeclineState.STANDING: Label("Không đánh giá lại", "Will not be re-evaluated"),
    DeclineState.TAKEN_BACK: Label("Đã rút lại trả lời", "Answer taken back"),
}

EXTENSION_STATES: Mapping[ExtensionState, Label] = {
    ExtensionState.PREPARED: Label("Chờ ký", "Waiting for signature"),
    ExtensionState.SIGNED: Label("Đã kéo dài", "Extended"),
    ExtensionState.DROPPED: Label("Không kéo dài", "Not extended"),
}

DECLINE_WORKFLOW = Workflow(
    "decline",
    DeclineState,
    DeclineState.STANDING,
    (
        Move(
            "take_back", frozenset({DeclineState.STANDING}), DeclineState.TAKEN_BACK,
            Label("Rút lại trả lời", "Take the answer back"),
        ),
    ),
)  # fmt: skip

EXTENSION_WORKFLOW = Workflow(
    "extension",
    ExtensionState,
    ExtensionState.PREPARED,
    (
        Move(
            "sign", frozenset({ExtensionState.PREPARED}), ExtensionState.SIGNED,
            Label("Ký quyết định kéo dài", "Sign the extension"),
        ),
        Move(
            "drop", frozenset({ExtensionState.PREPARED}), ExtensionState.DROPPED,
            Label("Thôi không kéo dài", "Do not extend"), needs_reason=True,
        ),
    ),
)  # fmt: skip
