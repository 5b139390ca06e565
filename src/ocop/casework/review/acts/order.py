"""Đổi thứ tự: a product moves a place up or down on the agenda, or to the place where it was dragged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions import refuse_prepare
from ocop.casework.review.states import UNFINISHED, ItemState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded, vouch

PLACE = re.compile(r"[0-9]{1,4}")


class AsksPlace(Asks):
    """Which product, and whether it goes up, as the buttons of the board say; or the place (from 1) to which
    it was dragged.
    """

    gives = frozenset({"product", "is_up", "place"})

    def given(self) -> Mapping[str, Any]:
        """By the names of the buttons."""
        wanted = self.data.get("cho", "")
        return {
            "product": self.data.get("san-pham", ""),
            "is_up": self.data.get("huong") == "len",
            "place": int(wanted) if PLACE.fullmatch(wanted) else None,
        }


@recorded
def order_agenda(meeting: Meeting, keys: Sequence[str], *, by: Person, at: datetime) -> None:
    """Puts the products into a new order; every product still on the agenda must be named once."""
    ensure(refuse_prepare(who_is(by, at), held(meeting)))
    items = {str(item.key): item for item in _movable(meeting)}
    if sorted(keys) != sorted(items):
        raise Refused(
            Refusal("conflict_agenda", _("Danh sách sản phẩm vừa thay đổi."), "", _("Tải lại trang."))
        )
    for place, key in enumerate(keys, start=1):
        AgendaItem.objects.filter(pk=items[key].pk).exclude(position=place).update(position=place)
        items[key].position = place
        vouch(items[key], "position")
    record("meeting.order", meeting, by=by, at=at)


@recorded
def move_product(
    meeting: Meeting, *, product: str, is_up: bool, by: Person, at: datetime, place: int | None = None
) -> None:
    """Moves one product up, down, or to a place; nothing happens to one that is no longer on the agenda."""
    ensure(refuse_prepare(who_is(by, at), held(meeting)))
    keys = [str(item.key) for item in _movable(meeting)]
    if product in keys:
        now = keys.index(product)
        wanted = now + (-1 if is_up else 1) if place is None else place - 1
        keys.insert(min(max(wanted, 0), len(keys) - 1), keys.pop(now))
        order_agenda(meeting, keys, by=by, at=at)


def _movable(meeting: Meeting) -> list[AgendaItem]:
    return list(meeting.items.exclude(state__in=[ItemState.REMOVED, ItemState.EXCLUDED, ItemState.WITHDRAWN]))


ORDER = Act(
    about=MEETING,
    name="order",
    path="thu-tu/",
    when=UNFINISHED,
    refuse=refuse_prepare,
    form=AsksPlace,
    do=move_product,
    button=_("Đổi thứ tự"),
    at_once=True,
)
