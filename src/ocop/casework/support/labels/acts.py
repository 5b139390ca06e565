"""What an entry of the record says was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.support.labels.words import said
from ocop.casework.support.rules import WORKFLOW

_ACTS = {
    "plan": _("Ghi hoạt động"),
    "edit": _("Sửa thông tin"),
    "add_beneficiary": _("Thêm đối tượng được hỗ trợ"),
    "remove_beneficiary": _("Bỏ đối tượng được hỗ trợ"),
    "add_party": _("Thêm bên liên kết"),
    "remove_party": _("Bỏ bên liên kết"),
    "step": _("Cập nhật bước"),
    "cost": _("Ghi khoản chi"),
    "withdraw_cost": _("Rút khoản chi"),
    "paper": _("Thêm giấy tờ"),
    "look": _("Xem lại"),
    "kit": _("Giao mẫu nhãn"),
}
KINDS = {"activity.finish": "ok", "activity.cancel": "bad", "activity.withdraw_cost": "warn", "activity.start": "wait"}
"""The colour of an entry of the thread."""


def act(action: str) -> str:
    """An act in words; a move by its own label."""
    name = action.partition(".")[2]
    if name in _ACTS:
        return str(_ACTS[name])
    moves = {move.name: said(move.label) for move in WORKFLOW.moves}
    return moves.get(name, name)
