"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.rules import Bar, DeclineReason, Step
from ocop.casework.renewals.states import (
    DECLINE_STATES,
    DECLINE_WORKFLOW,
    EXTENSION_STATES,
    EXTENSION_WORKFLOW,
    DeclineState,
    ExtensionState,
)
from ocop.foundation.ui.words import said

REASONS = {
    DeclineReason.STOPPED: _("Không còn sản xuất sản phẩm này"),
    DeclineReason.NO_NEED: _("Không cần hạng sao nữa"),
    DeclineReason.PAPERS: _("Chưa đủ giấy tờ, điều kiện"),
    DeclineReason.COST: _("Chi phí, công sức quá lớn"),
    DeclineReason.NEW_PRODUCT: _("Đã thay bằng sản phẩm khác"),
    DeclineReason.CLOSED: _("Chủ thể ngừng hoạt động"),
    DeclineReason.OTHER: _("Lý do khác"),
}

STEPS = {
    Step.EARLY: _("Trước khi được nộp hồ sơ"),
    Step.OPENS: _("Bắt đầu được nộp hồ sơ"),
    Step.MIDDLE: _("Giữa thời gian nộp hồ sơ"),
    Step.CLOSING: _("Sắp hết thời gian nộp hồ sơ"),
    Step.LAST: _("Ngày cuối nộp hồ sơ"),
    Step.ENDED: _("Đã hết hiệu lực"),
}

BARS = {
    Bar.ENDED: _("Giấy chứng nhận đã thu hồi, thay thế hoặc huỷ bỏ"),
    Bar.NO_TERM: _("Chưa rõ ngày hết hạn"),
    Bar.EXTENDED: _("Đã được kéo dài rồi"),
    Bar.NOT_FILED: _("Chưa nộp hồ sơ đánh giá lại"),
    Bar.IN_TIME: _("Hồ sơ đánh giá lại nộp trong thời hạn"),
    Bar.RESULT: _("Đã có kết quả đánh giá lại"),
    Bar.PASSED: _("Đã quá ngày muộn nhất có thể kéo dài"),
}

# how each state looks: a chip's kind, never colour alone
EXTENSION_KINDS = {
    ExtensionState.PREPARED: "wait",
    ExtensionState.SIGNED: "ok",
    ExtensionState.DROPPED: "info",
}


def reason_choices() -> list[tuple[str, str]]:
    """Choices of the reason not to renew."""
    return [(reason.value, str(word)) for reason, word in REASONS.items()]


def decline_choices() -> list[tuple[str, str]]:
    """Choices of the state of an answer."""
    return [(state.value, said(DECLINE_STATES[state])) for state in DeclineState]


def extension_choices() -> list[tuple[str, str]]:
    """Choices of the state of an extension."""
    return [(state.value, extension_word(state)) for state in ExtensionState]


def extension_word(state: str) -> str:
    """A state of an extension in words, in the language of the page."""
    return said(EXTENSION_STATES[ExtensionState(state)])


def act_word(action: str) -> str:
    """What an entry of the record says was done."""
    kind, _dot, name = action.partition(".")
    if name in {"prepare", "answer"}:
        return str(_("Lập quyết định kéo dài") if kind == "extension" else _("Trả lời không đánh giá lại"))
    workflow = EXTENSION_WORKFLOW if kind == "extension" else DECLINE_WORKFLOW
    return said(workflow.move(name).label)
