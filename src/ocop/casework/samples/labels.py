"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ocop.casework.samples.rules import Cause, LimitKind, OutcomeKind, Side, Verdict
from ocop.casework.samples.states import (
    DEMAND_STATES,
    DEMAND_WORKFLOW,
    SAMPLE_STATES,
    SAMPLE_WORKFLOW,
    DemandState,
    SampleState,
)
from ocop.foundation.ui.words import said

CAUSES = {
    Cause.POINTS: _("Từ 50 điểm sau lượt chấm đầu"),
    Cause.COUNCIL: _("Hội đồng, tổ tư vấn yêu cầu"),
    Cause.PROVINCE: _("Cơ quan OCOP cấp tỉnh yêu cầu"),
}
SIDES = {Side.PRODUCER: _("Chủ thể"), Side.OFFICE: _("Cơ quan quản lý")}
LIMIT_KINDS = {
    LimitKind.MAX: _("Tối đa"),
    LimitKind.MIN: _("Tối thiểu"),
    LimitKind.RANGE: pgettext_lazy("limit", "Khoảng"),
    LimitKind.ABSENT: _("Không được có"),
}
VERDICTS = {
    Verdict.PASS: pgettext_lazy("verdict", "Đạt"),
    Verdict.FAIL: pgettext_lazy("verdict", "Không đạt"),
    Verdict.UNSURE: pgettext_lazy("verdict", "Chưa kết luận được"),
}
VERDICT_KINDS = {Verdict.PASS: "ok", Verdict.FAIL: "bad", Verdict.UNSURE: "warn"}
OUTCOMES = {
    OutcomeKind.WAITING: _("Chưa có kết quả kiểm nghiệm"),
    OutcomeKind.POSTPONED: _("Chưa đến vụ, chuyển đợt sau"),
    OutcomeKind.CONTESTED: _("Đang kiểm nghiệm mẫu đối chứng"),
    OutcomeKind.UNCHOSEN: _("Có nhiều mẫu, chưa quyết định mẫu được tính"),
    OutcomeKind.OTHER_NAME: _("Tên trên mẫu khác tên trong hồ sơ, chưa xử lý"),
    OutcomeKind.UNSURE: _("Kết quả chưa đủ để kết luận"),
    OutcomeKind.FAILED: _("Chỉ tiêu an toàn thực phẩm không đạt"),
    OutcomeKind.PASSED: _("Đạt yêu cầu an toàn thực phẩm"),
}
OUTCOME_KINDS = {
    OutcomeKind.WAITING: "wait",
    OutcomeKind.POSTPONED: "info",
    OutcomeKind.CONTESTED: "warn",
    OutcomeKind.UNCHOSEN: "warn",
    OutcomeKind.OTHER_NAME: "warn",
    OutcomeKind.UNSURE: "warn",
    OutcomeKind.FAILED: "bad",
    OutcomeKind.PASSED: "ok",
}
DEMAND_KINDS = {DemandState.DUE: "wait", DemandState.POSTPONED: "info", DemandState.DROPPED: "info"}
SAMPLE_KINDS = {
    SampleState.TAKEN: "wait",
    SampleState.SENT: "wait",
    SampleState.TESTED: "ok",
    SampleState.VOID: "info",
}
_OTHER_ACTS = {
    "require": _("Vào danh sách phải kiểm nghiệm"),
    "ask": _("Yêu cầu kiểm nghiệm"),
    "choose": _("Quyết định mẫu được tính"),
    "take": _("Lấy mẫu"),
    "hand_over": _("Giao nhận mẫu"),
    "settle_name": _("Xử lý tên trên mẫu"),
    "add_indicator": _("Thêm chỉ tiêu"),
    "drop_indicator": _("Bỏ chỉ tiêu"),
    "attach": _("Đính kèm phiếu kết quả"),
    "ask_again": _("Đề nghị kiểm nghiệm mẫu đối chứng"),
}


def demand_word(state: str) -> str:
    """A state of a demand in words, in the language of the page."""
    return said(DEMAND_STATES[DemandState(state)])


def sample_word(state: str) -> str:
    """A state of a sample in words."""
    return said(SAMPLE_STATES[SampleState(state)])


def cause_word(cause: str) -> str:
    """Why a product must be tested."""
    return str(CAUSES[Cause(cause)])


def demand_choices() -> list[tuple[str, str]]:
    """Choices of the state of a demand."""
    return [(state.value, demand_word(state)) for state in DEMAND_STATES]


def sample_choices() -> list[tuple[str, str]]:
    """Choices of the state of a sample."""
    return [(state.value, sample_word(state)) for state in SAMPLE_STATES]


def cause_choices() -> list[tuple[str, str]]:
    """Choices of the cause."""
    return [(cause.value, str(word)) for cause, word in CAUSES.items()]


def asked_choices() -> list[tuple[str, str]]:
    """Who can ask for a test: never the points, which come by themselves."""
    return [choice for choice in cause_choices() if choice[0] != Cause.POINTS]


def side_choices() -> list[tuple[str, str]]:
    """Choices of who contests."""
    return [(side.value, str(word)) for side, word in SIDES.items()]


def kind_choices() -> list[tuple[str, str]]:
    """Choices of the kind of a limit."""
    return [(kind.value, str(word)) for kind, word in LIMIT_KINDS.items()]


def verdict_choices() -> list[tuple[str, str]]:
    """Choices of a verdict."""
    return [(verdict.value, str(word)) for verdict, word in VERDICTS.items()]


def act_word(action: str) -> str:
    """What an entry of the record says was done."""
    space, _dot, name = action.partition(".")
    if name in _OTHER_ACTS:
        return str(_OTHER_ACTS[name])
    workflow = DEMAND_WORKFLOW if space == DEMAND_WORKFLOW.name else SAMPLE_WORKFLOW
    labels = {move.name: move.label for move in workflow.moves}
    return said(labels[name]) if name in labels else str(_("Lập bản in"))
