"""Words for states, groups of learners and ways of signing in;
labels of the kinds in the language of the page.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.support.rules import STATES, ActivityState, kinds
from ocop.casework.support.rules.people import Group, Via
from ocop.foundation.ui.words import said

STATE_KINDS = {
    ActivityState.PLANNED: "info",
    ActivityState.RUNNING: "wait",
    ActivityState.FINISHED: "ok",
    ActivityState.CANCELLED: "bad",
}

GROUPS = {Group.PRODUCER: _("Chủ thể"), Group.OFFICIAL: _("Cán bộ xã, thôn, bản")}

VIAS = {Via.QR: _("Quét mã"), Via.SHEET: _("Danh sách ký")}


def state_word(state: str) -> str:
    """A state in words."""
    return said(STATES[ActivityState(state)])


def kind_name(key: str) -> str:
    """The name of a kind; the key itself where the row is gone from the table."""
    kind = kinds().get(key)
    return said(kind.label) if kind else key


def state_choices() -> list[tuple[str, str]]:
    """States for filters."""
    return [(state.value, said(label)) for state, label in STATES.items()]


def kind_choices() -> list[tuple[str, str]]:
    """Kinds for filters."""
    return [(kind.key, said(kind.label)) for kind in kinds().values()]


def group_choices() -> list[tuple[str, str]]:
    """Groups of learners."""
    return [(group.value, str(word)) for group, word in GROUPS.items()]


def via_choices() -> list[tuple[str, str]]:
    """Ways of signing in."""
    return [(via.value, str(word)) for via, word in VIAS.items()]
