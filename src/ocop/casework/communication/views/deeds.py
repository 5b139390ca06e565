"""What the page of a line of the press plan shows around it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication import permissions
from ocop.casework.communication.labels import CHANNELS, PRESS_STATE_KINDS, press_deed, press_state_word
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import PRESS_WORKFLOW, Channel, PressState
from ocop.casework.communication.views.loading import MAIN, PLAIN, QUIET, in_order
from ocop.foundation.acts import Button
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.parts import Happening

_ADDRESSES = {"accept": "accept_item", "do": "record_item", "cancel": "cancel_item", "reopen": "reopen_item"}
_KINDS = {"accept": "ok", "do": "ok", "reopen": "warn", "cancel": "bad"}


def press_head(item: PressItem, at: datetime) -> dict[str, Any]:
    """What the head of every page about a line says."""
    is_open = item.state in {PressState.PROPOSED, PressState.PLANNED}
    return {
        "item": item,
        "kicker": CHANNELS[Channel(item.channel)],
        "name": item.title,
        "place": item.place.local_full_name,
        "stage": press_state_word(item.state),
        "stage_kind": "bad"
        if item.is_late(timezone.localdate(at))
        else PRESS_STATE_KINDS[PressState(item.state)],
        "due": item.planned_on if is_open else None,
    }


def press_deeds(person: Any, item: PressItem, at: datetime) -> list[Button]:
    """The buttons: the moves open from this state that this person may make, the main one first."""
    settle = permissions.refuse_settle(person, item, at)
    amend = permissions.refuse_amend_item(person, item, at)
    may = {
        "accept": settle,
        "do": permissions.refuse_record(person, item, at),
        "cancel": amend,
        "reopen": settle,
    }
    found = [
        Button(
            press_deed(f"pressitem.{move.name}"),
            reverse(f"communication:{_ADDRESSES[move.name]}", args=[item.key]),
            MAIN if move.name in {"accept", "do"} else PLAIN,
        )
        for move in PRESS_WORKFLOW.available(item.state)
        if may[move.name] is None
    ]
    if amend is None:
        found.append(Button(_("Sửa đầu việc"), reverse("communication:amend_item", args=[item.key]), QUIET))
    if item.state == PressState.DONE and may["do"] is None:
        found.append(
            Button(_("Thêm minh chứng"), reverse("communication:add_evidence", args=[item.key]), QUIET)
        )
    return in_order(found)


def press_thread(item: PressItem) -> list[Happening]:
    """What happened, newest first."""
    return [
        Happening(
            press_deed(entry.action), entry.at, entry.by_name, entry.reason, "",
            _KINDS.get(entry.action.partition(".")[2], "info"),
        )
        for entry in history(item)
    ]  # fmt: skip
