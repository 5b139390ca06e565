"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.rules import Ground
from ocop.casework.annulment.states import ANNULMENT_STATES, WORKFLOW, AnnulmentState
from ocop.foundation.ui.words import said

GROUNDS = {
    Ground.MINISTRY: _("Bộ đề nghị thực hiện lại, thu hồi quyết định công nhận không đúng quy định"),
    Ground.PROVINCE: _("Tỉnh phát hiện việc đánh giá, công nhận không đúng quy định"),
}

SHORT_GROUNDS = {Ground.MINISTRY: _("Bộ đề nghị"), Ground.PROVINCE: _("Tỉnh phát hiện")}

# how each state looks: a chip's kind, never colour alone
STATE_KINDS = {
    AnnulmentState.PREPARED: "wait",
    AnnulmentState.VERIFIED: "warn",
    AnnulmentState.DECIDED: "bad",
    AnnulmentState.DROPPED: "info",
}

UNDONE = {
    AnnulmentState.PREPARED: _("chờ xác minh"),
    AnnulmentState.VERIFIED: _("chờ ký"),
    AnnulmentState.DECIDED: _("chờ đánh giá lại"),
}
"""What keeps the ministry's request from being done."""


def state_word(state: str) -> str:
    """A state of an annulment in words, in the language of the page."""
    return said(ANNULMENT_STATES[AnnulmentState(state)])


def ground_word(ground: str) -> str:
    """A ground in two or three words."""
    return str(SHORT_GROUNDS[Ground(ground)])


def ground_choices() -> list[tuple[str, str]]:
    """Choices of the ground."""
    return [(ground.value, str(word)) for ground, word in SHORT_GROUNDS.items()]


def state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, state_word(state)) for state in ANNULMENT_STATES]


def act_word(action: str) -> str:
    """What an entry of the record says was done."""
    name = action.partition(".")[2]
    own = {"prepare": _("Lập đề nghị huỷ bỏ"), "print": _("Lập bản PDF")}
    return str(own[name]) if name in own else said(WORKFLOW.move(name).label)
