"""What an entry of the record says was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.support.labels.facts import money
from ocop.casework.support.rules import WORKFLOW, Kind
from ocop.foundation.refusals import Text
from ocop.foundation.ui.words import said

_ACTS: dict[str, Text] = {
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
KINDS = {
    "activity.finish": "ok",
    "activity.cancel": "bad",
    "activity.withdraw_cost": "warn",
    "activity.start": "wait",
}
"""The colour of an entry of the thread."""


def register_deeds(words: Mapping[str, Text]) -> None:
    """Lets a package above say what it does with an activity, by the names in the record."""
    _ACTS.update(words)


def act(action: str) -> str:
    """An act in words; a move by its own label."""
    name = action.partition(".")[2]
    if name in _ACTS:
        return str(_ACTS[name])
    moves = {move.name: said(move.label) for move in WORKFLOW.moves}
    return moves.get(name, name)


def about(kind: Kind, data: Mapping[str, Any]) -> str:
    """What an act was about, from what the record keeps of it: whom, which step, how much, which paper."""
    if step := kind.step(data.get("step", "")):
        return said(step.label)
    if "amount" in data:
        return money(data["amount"])
    name = data.get("name", "")  # a list where an amendment says what it was before
    return name if name and isinstance(name, str) and "kind" not in data else str(data.get("title", ""))
