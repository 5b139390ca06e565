"""Gỡ xuống: nobody sees a route any more, within a minute also where pages are kept on the way."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import ROUTE_MATTER
from ocop.casework.tourism.models import Route
from ocop.casework.tourism.permissions import refuse_keep_route
from ocop.casework.tourism.states import ROUTE
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def withdraw_route(route: Route, *, by: Person, at: datetime) -> None:
    """The public address answers that there is nothing; what was written stays. Refused to strangers."""
    ensure(refuse_keep_route(who_is(by, at), held(route)))
    transition(route, "withdraw", by=by, at=at)


ROUTE_WITHDRAW = Act(
    about=ROUTE_MATTER, name="route_withdraw", path="go/", move=ROUTE.move("withdraw"),
    refuse=refuse_keep_route, do=withdraw_route, said=_("Đã gỡ tuyến."), danger=True,
    lead=_(
        "Không còn ai thấy, chậm nhất sau 60 giây. "
        "Những gì đã viết vẫn giữ, cho xem lại lúc nào cũng được."
    ),
)  # fmt: skip
