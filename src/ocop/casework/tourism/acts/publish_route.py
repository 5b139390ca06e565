"""Cho mọi người xem: what is written of a route is frozen and stands on the public site at once."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import ROUTE_MATTER
from ocop.casework.tourism.models import Route
from ocop.casework.tourism.permissions import refuse_keep
from ocop.casework.tourism.rules import FEWEST_STOPS
from ocop.casework.tourism.states import ROUTE
from ocop.casework.tourism.writes import show, want_sheets
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded


def refuse_publish_route(who: Who, route: Route) -> Refusal | None:
    """Officers; with two stops or more."""
    if (refusal := refuse_keep(who, route)) is not None:
        return refusal
    count = route.kept_stops().count()
    if count >= FEWEST_STOPS:
        return None
    return Refusal(
        "too_few_stops",
        gettext("Tuyến mới có %(count)s điểm dừng.") % {"count": count},
        gettext("Một tuyến nối ít nhất hai điểm."),
        gettext("Thêm điểm dừng rồi cho xem. Những gì đã ghi vẫn còn."),
    )


@recorded
def publish_route(route: Route, *, by: Person, at: datetime) -> None:
    """The same of a route, and its sheet is wanted. Refused to strangers, with fewer than two stops."""
    ensure(refuse_publish_route(who_is(by, at), held(route)))
    show(route, by=by, at=at)
    want_sheets(route, by=by, at=at)


ROUTE_PUBLISH = Act(
    about=ROUTE_MATTER, name="route_publish", path="cho-xem/", move=ROUTE.move("publish"),
    refuse=refuse_publish_route, do=publish_route, weight="main", icon="eye",
    lead=_("Ai cũng xem được ngay những gì đang soạn. Không ai duyệt trước; gỡ được bất cứ lúc nào."),
    said=_("Tuyến đã hiện với mọi người."),
)  # fmt: skip
