"""Mở chấm tất cả: the members may score every waiting product."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.acts.open_item import let_score, refuse_open_item
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions import refuse_keep, refuse_not_open
from ocop.casework.review.states import ItemState, MeetingState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded


def refuse_open_all(who: Who, meeting: Meeting) -> Refusal | None:
    """Secretary or chair, in an open meeting."""
    return refuse_keep(who, meeting) or refuse_not_open(meeting)


@recorded
def open_all_items(meeting: Meeting, *, by: Person, at: datetime) -> list[AgendaItem]:
    """Lets the members score every waiting product, except those that a conflict keeps this person from."""
    who = who_is(by, at)
    ensure(refuse_open_all(who, held(meeting)))
    opened = []
    for item in meeting.items.filter(state=ItemState.WAITING).select_related("dossier__product"):
        item.meeting = meeting
        if refuse_open_item(who, item) is None:
            let_score(item, by=by, at=at)
            opened.append(item)
    return opened


def _said(_meeting: Meeting, opened: list[AgendaItem]) -> str:
    if not opened:
        return gettext("Không có sản phẩm nào chờ mở chấm.")
    return gettext("Đã mở chấm %(n)s sản phẩm.") % {"n": len(opened)}


OPEN_ALL = Act(
    about=MEETING,
    name="open_all",
    path="mo-cham/",
    when=frozenset({MeetingState.OPEN}),
    refuse=refuse_open_all,
    do=open_all_items,
    button=_("Mở chấm tất cả"),
    said=_said,
    at_once=True,
    weight="quiet",
    icon="eye",
)
