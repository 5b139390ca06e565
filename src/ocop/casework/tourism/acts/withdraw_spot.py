"""Gỡ xuống: nobody sees a place to visit any more, within a minute also where pages are kept on the way."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import SPOT_MATTER
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import refuse_keep_spot
from ocop.casework.tourism.states import SPOT
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def withdraw_spot(spot: Spot, *, by: Person, at: datetime) -> None:
    """The public address answers that there is nothing; what was written stays. Refused to strangers."""
    ensure(refuse_keep_spot(who_is(by, at), held(spot)))
    transition(spot, "withdraw", by=by, at=at)


SPOT_WITHDRAW = Act(
    about=SPOT_MATTER, name="spot_withdraw", path="go/", move=SPOT.move("withdraw"),
    refuse=refuse_keep_spot, do=withdraw_spot, said=_("Đã gỡ điểm đến."), danger=True,
    lead=_(
        "Không còn ai thấy, chậm nhất sau 60 giây. "
        "Những gì đã viết vẫn giữ, cho xem lại lúc nào cũng được."
    ),
)  # fmt: skip
