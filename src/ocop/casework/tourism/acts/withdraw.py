"""Gỡ xuống: nobody sees it any more, within a minute also where pages are kept on the way."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import CHAIN_MATTER, ROUTE_MATTER, SPOT_MATTER
from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.casework.tourism.permissions import (
    refuse_keep,
    refuse_keep_chain,
    refuse_keep_route,
    refuse_keep_spot,
)
from ocop.casework.tourism.states import CHAIN, ROUTE, SPOT
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition

_LEAD = _(
    "Không còn ai thấy, chậm nhất sau 60 giây. Những gì đã viết vẫn giữ, cho xem lại lúc nào cũng được."
)


@recorded
def withdraw(thing: Spot | Route | Chain, *, by: Person, at: datetime) -> None:
    """The public address answers that there is nothing; what was written stays. Refused to strangers."""
    ensure(refuse_keep(who_is(by, at), held(thing)))
    transition(thing, "withdraw", by=by, at=at)


WITHDRAW_SPOT = Act(
    about=SPOT_MATTER, name="withdraw_spot", path="go/", move=SPOT.move("withdraw"), refuse=refuse_keep_spot,
    do=withdraw, lead=_LEAD, said=_("Đã gỡ điểm đến."), danger=True,
)  # fmt: skip
WITHDRAW_ROUTE = Act(
    about=ROUTE_MATTER, name="withdraw_route", path="go/", move=ROUTE.move("withdraw"),
    refuse=refuse_keep_route, do=withdraw, lead=_LEAD, said=_("Đã gỡ tuyến."), danger=True,
)  # fmt: skip
WITHDRAW_CHAIN = Act(
    about=CHAIN_MATTER, name="withdraw_chain", path="go/", move=CHAIN.move("withdraw"),
    refuse=refuse_keep_chain, do=withdraw, lead=_LEAD, said=_("Đã gỡ chuỗi."), danger=True,
)  # fmt: skip
