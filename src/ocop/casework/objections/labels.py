"""The words of this package. Functions give the choices of fields, so that new words need no migration."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.objections.states import OBJECTION_STATES, WORKFLOW, ObjectionState
from ocop.foundation.ui.words import said

# how each state looks: a chip's kind, never colour alone
STATE_KINDS = {
    ObjectionState.FILED: "wait",
    ObjectionState.KEPT: "info",
    ObjectionState.SENT_BACK: "warn",
    ObjectionState.WITHDRAWN: "info",
}


def state_word(state: str) -> str:
    """A state in words, in the language of the page."""
    return said(OBJECTION_STATES[ObjectionState(state)])


def state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, state_word(state)) for state in OBJECTION_STATES]


def act_word(action: str) -> str:
    """What an entry of the record says was done."""
    name = action.partition(".")[2]
    own = {"file": _("Gửi kiến nghị"), "print": _("Lập bản PDF")}
    return str(own[name]) if name in own else said(WORKFLOW.move(name).label)
