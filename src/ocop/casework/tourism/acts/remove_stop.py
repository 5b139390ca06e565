"""Bỏ điểm dừng: a stop leaves the route."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import STOP
from ocop.casework.tourism.models import Stop
from ocop.casework.tourism.permissions import refuse_keep_route
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_remove_stop(who: Who, stop: Stop) -> Refusal | None:
    """Who looks after the route."""
    return refuse_keep_route(who, stop.route)


@recorded
def remove_stop(stop: Stop, *, by: Person, at: datetime) -> None:
    """It is gone with the next time that the route is shown. Refused to strangers."""
    ensure(refuse_remove_stop(who_is(by, at), held(stop)))
    stop.is_withdrawn = True
    stop.save(update_fields=["is_withdrawn"])
    record("route.remove_stop", stop, by=by, at=at)


REMOVE_STOP = Act(
    about=STOP, name="remove_stop", path="bo/", refuse=refuse_remove_stop, do=remove_stop,
    button=_("Bỏ điểm dừng"), said=_("Đã bỏ điểm dừng."), template="ui/confirm.html", danger=True,
    lead=_("Điểm còn trên trang công khai cho đến lần cho xem tới."),
)  # fmt: skip
