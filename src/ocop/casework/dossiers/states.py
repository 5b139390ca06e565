"""The states of a dossier and every legal move between them (Decision 26/2026, article 7)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class DossierState(StrEnum):
    """Where a dossier stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    RETURNED = "returned"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    EVALUATED = "evaluated"
    CONCLUDED = "concluded"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"


class Holder(StrEnum):
    """Who has the dossier in hand and must make the next step."""

    PRODUCER = "producer"
    COMMUNE = "commune"
    PROVINCE = "province"
    COUNCIL = "council"
    NOBODY = "nobody"


_S = DossierState
EDITABLE = frozenset({_S.DRAFT, _S.RETURNED})
ENDED = frozenset({_S.CONCLUDED, _S.EXCLUDED, _S.WITHDRAWN})
OPEN = frozenset(_S) - ENDED

STATES: Mapping[DossierState, Label] = {
    _S.DRAFT: Label("Đang soạn", "Being prepared"),
    _S.SUBMITTED: Label("Đã nộp, chờ xã tiếp nhận", "Submitted, waiting for the commune"),
    _S.RECEIVED: Label("Xã đang kiểm tra", "Being checked by the commune"),
    _S.RETURNED: Label("Trả lại để bổ sung", "Returned for completion"),
    _S.PROPOSED: Label("Xã đã đề nghị lên tỉnh", "Proposed to the province"),
    _S.ACCEPTED: Label("Tỉnh đã nhận, chờ xếp phiên họp", "Accepted, waiting for a meeting"),
    _S.SCHEDULED: Label("Đã xếp vào phiên họp", "On the agenda of a meeting"),
    _S.EVALUATED: Label("Hội đồng đã đánh giá", "Evaluated by the council"),
    _S.CONCLUDED: Label("Đã có kết quả", "Concluded"),
    _S.EXCLUDED: Label("Bị loại", "Excluded"),
    _S.WITHDRAWN: Label("Đã rút", "Withdrawn"),
}


def _move(
    name: str,
    sources: frozenset[DossierState],
    target: DossierState,
    vi: str,
    en: str,
    *,
    reason: bool = False,
) -> Move:
    return Move(name, sources, target, Label(vi, en), needs_reason=reason)


WORKFLOW = Workflow(
    "dossier",
    DossierState,
    _S.DRAFT,
    (
        _move("submit", EDITABLE, _S.SUBMITTED, "Nộp hồ sơ", "Submit the dossier"),
        _move("receive", frozenset({_S.SUBMITTED}), _S.RECEIVED, "Tiếp nhận", "Receive"),
        _move(
            "return", frozenset({_S.RECEIVED, _S.PROPOSED, _S.ACCEPTED}), _S.RETURNED,
            "Trả lại để bổ sung", "Return for completion", reason=True,
        ),
        _move("propose", frozenset({_S.RECEIVED}), _S.PROPOSED, "Đề nghị tỉnh đánh giá",
        "Propose to the province"),
        _move("accept", frozenset({_S.PROPOSED}), _S.ACCEPTED, "Nhận để trình hội đồng",
        "Accept for the council"),
        _move("schedule", frozenset({_S.ACCEPTED}), _S.SCHEDULED, "Xếp vào phiên họp", "Put on the agenda"),
        _move(
            "unschedule", frozenset({_S.SCHEDULED}), _S.ACCEPTED,
            "Đưa ra khỏi phiên họp", "Take off the agenda", reason=True,
        ),
        _move("evaluate", frozenset({_S.SCHEDULED}), _S.EVALUATED, "Ghi kết quả đánh giá",
        "Record the evaluation"),
        _move("send_on", frozenset({_S.EVALUATED}), _S.PROPOSED, "Chuyển lên tỉnh",
        "Send on to the province"),
        _move("conclude", frozenset({_S.EVALUATED}), _S.CONCLUDED, "Kết thúc hồ sơ", "Conclude"),
        _move("settle", frozenset({_S.CONCLUDED}), _S.CONCLUDED, "Ghi kết quả của trung ương",
        "Record what the centre decided"),
        _move(
            "redo", frozenset({_S.EVALUATED, _S.CONCLUDED}), _S.ACCEPTED,
            "Đưa về đánh giá lại", "Take back to be evaluated again", reason=True,
        ),
        _move(
            "exclude", frozenset({_S.RECEIVED, _S.PROPOSED, _S.ACCEPTED, _S.SCHEDULED}), _S.EXCLUDED,
            "Loại hồ sơ", "Exclude the dossier", reason=True,
        ),
        _move(
            "withdraw",
            frozenset({_S.DRAFT, _S.SUBMITTED, _S.RECEIVED, _S.RETURNED, _S.PROPOSED, _S.ACCEPTED}),
            _S.WITHDRAWN,
            "Rút hồ sơ", "Withdraw the dossier", reason=True,
        ),
        _move("withdraw_in_review", frozenset({_S.SCHEDULED}), _S.WITHDRAWN,
        "Rút hồ sơ khỏi phiên họp", "Withdraw from the meeting", reason=True),
    ),
)  # fmt: skip

_HOLDERS: Mapping[DossierState, Holder] = {
    _S.DRAFT: Holder.PRODUCER,
    _S.RETURNED: Holder.PRODUCER,
    _S.SUBMITTED: Holder.COMMUNE,
    _S.RECEIVED: Holder.COMMUNE,
    _S.PROPOSED: Holder.PROVINCE,
    _S.ACCEPTED: Holder.PROVINCE,
    _S.SCHEDULED: Holder.COUNCIL,
    _S.EVALUATED: Holder.PROVINCE,
}


def holder(state: DossierState | str) -> Holder:
    """Who must make the next step; nobody once the dossier has ended."""
    return _HOLDERS.get(DossierState(state), Holder.NOBODY)
