"""Đưa vào kế hoạch: the province takes a commune's proposal into its press plan."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import LINE
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.permissions import refuse_settle
from ocop.casework.communication.rules import PRESS_WORKFLOW
from ocop.casework.communication.writes.press import tell_proposer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def accept_item(item: PressItem, *, by: Person, at: datetime) -> None:
    """Takes a commune's proposal into the plan; who proposed it is told."""
    ensure(refuse_settle(who_is(by, at), held(item)))
    transition(item, "accept", by=by, at=at)
    tell_proposer(item, reason="", by=by, at=at)


ACCEPT = Act(
    about=LINE,
    name="item_accept",
    path="nhan/",
    move=PRESS_WORKFLOW.move("accept"),
    refuse=refuse_settle,
    do=accept_item,
    heading=_("Đưa vào kế hoạch?"),
    said=_("Đã đưa vào kế hoạch. Người đề xuất nhận được thông báo."),
    weight="main",
)
