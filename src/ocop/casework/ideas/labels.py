"""The words of ideas."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.states import IDEA_STATES, WORKFLOW, IdeaState
from ocop.foundation.accounts.rules import Level
from ocop.foundation.refusals import Text
from ocop.foundation.ui.words import said, to_say

_S = IdeaState

NEXT_STEPS: dict[IdeaState, Text] = {
    _S.DRAFT: _("Viết xong rồi gửi"),
    _S.SUBMITTED: _("Chờ cơ quan duyệt"),
    _S.RETURNED: _("Bổ sung rồi gửi lại"),
    _S.APPROVED: _("Làm hồ sơ từ ý tưởng này"),
}

KINDS_OF_STATES: dict[IdeaState, str] = {
    _S.DRAFT: "info",
    _S.SUBMITTED: "wait",
    _S.RETURNED: "warn",
    _S.APPROVED: "ok",
    _S.REFUSED: "bad",
    _S.WITHDRAWN: "info",
}
"""The kind of chip for a state."""

DECIDERS: dict[str, Text] = {
    Level.COMMUNE: _("UBND cấp xã"),
    Level.DISTRICT: _("UBND cấp huyện"),
    Level.PROVINCE: _("Cơ quan OCOP cấp tỉnh"),
}
"""Who decides, by level."""

_ACTS: dict[str, Text] = {
    "idea.register": _("Đăng ký ý tưởng"),
    "idea.register_for": _("Cán bộ đăng ký giúp"),
    "idea.import": _("Nhập từ bảng Excel"),
    "idea.amend": _("Sửa ý tưởng"),
    "idea.attach_producer": _("Ghi chủ thể"),
    "idea.open_dossier": _("Mở hồ sơ từ ý tưởng"),
}


def idea_state_name(state: str) -> str:
    """A state in words, in the language of this moment."""
    return said(IDEA_STATES[IdeaState(state)])


def idea_state_choices() -> list[tuple[str, Any]]:
    """For fields; a function, so that a change of words needs no migration."""
    return [(state.value, to_say(label)) for state, label in IDEA_STATES.items()]


def act_words(action: str) -> str:
    """What an entry of the record says was done with an idea."""
    if action in _ACTS:
        return str(_ACTS[action])
    return said(WORKFLOW.move(action.partition(".")[2]).label)
