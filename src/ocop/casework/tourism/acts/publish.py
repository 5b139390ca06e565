"""Cho mọi người xem: what is written is frozen and stands on the public site at once."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.rules import ActivityState
from ocop.casework.tourism.about import CHAIN_MATTER, ROUTE_MATTER, SPOT_MATTER
from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.casework.tourism.permissions import refuse_keep
from ocop.casework.tourism.rules import FEWEST_ROLES, FEWEST_STOPS
from ocop.casework.tourism.states import CHAIN, ROUTE, SPOT
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded, transition

_LEAD = _("Ai cũng xem được ngay những gì đang soạn. Không ai duyệt trước; gỡ được bất cứ lúc nào.")


def refuse_publish_spot(who: Who, spot: Spot) -> Refusal | None:
    """Its people and officers; with a few words and the months in which it takes guests."""
    if (refusal := refuse_keep(who, spot)) is not None:
        return refusal
    if not (spot.tagline.strip() or spot.about.strip()):
        return Refusal(
            "nothing_written", gettext("Điểm đến chưa có chữ nào."), gettext("Khách cần biết ở đó có gì."),
            gettext("Viết câu giới thiệu hoặc phần giới thiệu rồi cho xem."),
        )  # fmt: skip
    if not spot.months:
        return Refusal(
            "months_missing", gettext("Chưa chọn tháng nào đón khách."), gettext("Khách tìm theo tháng."),
            gettext("Đánh dấu các tháng đón khách, hoặc cả 12 tháng nếu quanh năm."),
        )  # fmt: skip
    return None


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


def refuse_publish_chain(who: Who, chain: Chain) -> Refusal | None:
    """Officers; of a link that was signed and has two roles or more."""
    if (refusal := refuse_keep(who, chain)) is not None:
        return refusal
    if chain.link.state != ActivityState.FINISHED:
        return Refusal(
            "link_unfinished", gettext("Liên kết này chưa có kết quả."),
            gettext("Chỉ hợp đồng đã ký mới là chuỗi giá trị để giới thiệu."),
            gettext("Ghi kết quả ở trang hỗ trợ của liên kết trước."),
        )  # fmt: skip
    if len(set(chain.link.parties.values_list("role", flat=True))) >= FEWEST_ROLES:
        return None
    return Refusal(
        "too_few_roles", gettext("Chuỗi mới có một loại bên tham gia."), "",
        gettext("Thêm bên liên kết ở trang hỗ trợ của liên kết này trước."),
    )  # fmt: skip


@recorded
def publish_spot(spot: Spot, *, by: Person, at: datetime) -> None:
    """From now on everyone sees what stands here now. Refused to strangers, without words or months."""
    ensure(refuse_publish_spot(who_is(by, at), held(spot)))
    _show(spot, by, at)


@recorded
def publish_route(route: Route, *, by: Person, at: datetime) -> None:
    """The same of a route. Refused to strangers, with fewer than two stops."""
    ensure(refuse_publish_route(who_is(by, at), held(route)))
    _show(route, by, at)


@recorded
def publish_chain(chain: Chain, *, by: Person, at: datetime) -> None:
    """The same of a chain. Refused to strangers, before the link is signed, with one role alone."""
    ensure(refuse_publish_chain(who_is(by, at), held(chain)))
    _show(chain, by, at)


def _show(thing: Spot | Route | Chain, by: Person, at: datetime) -> None:
    changes = {"shown": thing.contents(), "changed_at": at, "live_since": thing.live_since or at}
    transition(thing, "publish", by=by, at=at, changes=changes)


PUBLISH_SPOT = Act(
    about=SPOT_MATTER, name="publish_spot", path="cho-xem/", move=SPOT.move("publish"),
    refuse=refuse_publish_spot, do=publish_spot, lead=_LEAD, weight="main", icon="eye",
    said=_("Điểm đến đã hiện với mọi người."),
)  # fmt: skip
PUBLISH_ROUTE = Act(
    about=ROUTE_MATTER, name="publish_route", path="cho-xem/", move=ROUTE.move("publish"),
    refuse=refuse_publish_route, do=publish_route, lead=_LEAD, weight="main", icon="eye",
    said=_("Tuyến đã hiện với mọi người."),
)  # fmt: skip
PUBLISH_CHAIN = Act(
    about=CHAIN_MATTER, name="publish_chain", path="cho-xem/", move=CHAIN.move("publish"),
    refuse=refuse_publish_chain, do=publish_chain, lead=_LEAD, weight="main", icon="eye",
    said=_("Chuỗi đã hiện với mọi người."),
)  # fmt: skip
