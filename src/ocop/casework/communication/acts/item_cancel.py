"""Huỷ đầu việc: a line is given up."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import LINE
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.permissions import refuse_amend_item
from ocop.casework.communication.rules import PRESS_WORKFLOW
from ocop.casework.communication.writes.press import tell_proposer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def cancel_item(item: PressItem, *, reason: str, by: Person, at: datetime) -> None:
    """Gives a line up with a reason: the province any, a commune its own proposal.
    Who proposed it is told.
    """
    ensure(refuse_amend_item(who_is(by, at), held(item)))
    transition(item, "cancel", by=by, at=at, reason=reason)
    tell_proposer(item, reason=reason, by=by, at=at)


CANCEL = Act(
    about=LINE,
    name="item_cancel",
    path="huy/",
    move=PRESS_WORKFLOW.move("cancel"),
    refuse=refuse_amend_item,
    form=AsksReason,
    do=cancel_item,
    said=_("Đã huỷ đầu việc."),
    danger=True,
)
