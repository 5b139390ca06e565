"""Cho mọi người xem: what is written of a place to visit is frozen and stands on the public site at once."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import SPOT_MATTER
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import refuse_keep
from ocop.casework.tourism.states import SPOT
from ocop.casework.tourism.writes import show
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded


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


@recorded
def publish_spot(spot: Spot, *, by: Person, at: datetime) -> None:
    """From now on everyone sees what stands here now. Refused to strangers, without words or months."""
    ensure(refuse_publish_spot(who_is(by, at), held(spot)))
    show(spot, by=by, at=at)


SPOT_PUBLISH = Act(
    about=SPOT_MATTER, name="spot_publish", path="cho-xem/", move=SPOT.move("publish"),
    refuse=refuse_publish_spot, do=publish_spot, weight="main", icon="eye",
    lead=_("Ai cũng xem được ngay những gì đang soạn. Không ai duyệt trước; gỡ được bất cứ lúc nào."),
    said=_("Điểm đến đã hiện với mọi người."),
)  # fmt: skip
