"""Recordings for those who would rather listen: about what, in which language, and their states."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class Topic(StrEnum):
    """What a recording explains, in the order in which people come to it."""

    IDEA = "idea"
    DOSSIER = "dossier"
    HAND_IN = "hand_in"
    RETURNED = "returned"
    CHECK = "check"
    REPORT = "report"
    RENEWAL = "renewal"
    OTHER = "other"


class Tongue(StrEnum):
    """What is spoken, by its code in ISO 639."""

    VIETNAMESE = "vi"
    MONG = "hmn"
    DAO = "ium"
    TAY = "tyz"


class RecordingState(StrEnum):
    """Where a recording stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


RECORDING_STATES: Mapping[RecordingState, Label] = {
    RecordingState.DRAFT: Label("Chưa đăng", "Not published"),
    RecordingState.PUBLISHED: Label("Đang đăng", "Published"),
    RecordingState.WITHDRAWN: Label("Đã gỡ", "Withdrawn"),
}

_S = RecordingState

RECORDING_WORKFLOW = Workflow(
    "recording",
    RecordingState,
    _S.DRAFT,
    (
        Move("publish", frozenset({_S.DRAFT}), _S.PUBLISHED, Label("Đăng", "Publish")),
        Move(
            "withdraw",
            frozenset({_S.DRAFT, _S.PUBLISHED}),
            _S.WITHDRAWN,
            Label("Gỡ", "Withdraw"),
            needs_reason=True,
        ),
    ),
)
