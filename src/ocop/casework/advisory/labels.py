"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.rules import Function, Suggestion
from ocop.casework.advisory.states import REPORT_STATES, SHEET_STATES, ReportState
from ocop.foundation.ui.words import said, to_say

FUNCTIONS = {
    Function.HEAD: _("Tổ trưởng"),
    Function.MEMBER: _("Thành viên tổ"),
    Function.SECRETARY: _("Thư ký tổ"),
}

SUGGESTIONS = {
    Suggestion.EVALUATE: _("Đủ điều kiện trình hội đồng"),
    Suggestion.SUPPLEMENT: _("Đề xuất bổ sung hồ sơ"),
    Suggestion.VISIT: _("Đề xuất khảo sát thực tế"),
    Suggestion.TEST: _("Đề nghị bổ sung kết quả kiểm nghiệm"),
    Suggestion.NOT_YET: _("Chưa đủ điều kiện trình hội đồng"),
}

STATE_KINDS = {ReportState.DRAFT: "wait", ReportState.HANDED_IN: "ok", ReportState.REPLACED: "info"}


def state_word(state: str) -> str:
    """A state as pages say it."""
    return said(REPORT_STATES[ReportState(state)])


def function_choices() -> list[tuple[str, object]]:
    """For fields."""
    return [(one.value, words) for one, words in FUNCTIONS.items()]


def suggestion_choices() -> list[tuple[str, object]]:
    """For fields."""
    return [(one.value, words) for one, words in SUGGESTIONS.items()]


def state_choices() -> list[tuple[str, object]]:
    """For fields."""
    return [(one.value, to_say(label)) for one, label in REPORT_STATES.items()]


def sheet_state_choices() -> list[tuple[str, object]]:
    """For fields."""
    return [(one.value, to_say(label)) for one, label in SHEET_STATES.items()]
