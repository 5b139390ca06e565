"""Whether the present state allows a move, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.states import WORKFLOW
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.words import said


def refuse_state(dossier: Dossier, move: str) -> Refusal | None:
    """The table of moves decides; the sentence names the step in which the dossier is."""
    found = WORKFLOW.move(move)
    if found in WORKFLOW.available(dossier.state):
        return None
    return Refusal(
        "conflict_state",
        _("Chưa thể “%(move)s”.") % {"move": said(found.label)},
        _("Hồ sơ đang ở bước “%(state)s”.") % {"state": state_name(dossier.state)},
        _("Tải lại trang để xem bước hiện tại. Không có gì bị mất."),
    )
