"""Thông báo cả ngày: every producer of the day who does not know yet."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import DAY, Day
from ocop.casework.fieldwork.acts.announce import announce_visit
from ocop.casework.fieldwork.permissions import refuse_arrange, refuse_plan
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, recorded


@recorded
def announce_day(day: Day, *, by: Person, at: datetime) -> int:
    """Tells all producers of the day that were not told, but those for whom this officer acts; how many.

    Refused to all but officers of the province.
    """
    who = who_is(by, at)
    ensure(refuse_plan(who))
    waiting = [one for one in day.visits.filter(state=VisitState.PLANNED) if not refuse_arrange(who, one)]
    for visit in waiting:
        announce_visit(visit, by=by, at=at)
    return len(waiting)


def _said(_day: Day, count: int) -> str:
    return gettext("Đã thông báo %(count)s buổi kiểm tra.") % {"count": count}


ANNOUNCE_DAY = Act(
    about=DAY,
    name="announce_day",
    path="thong-bao/",
    refuse=refuse_plan,
    do=announce_day,
    button=_("Thông báo cả ngày"),
    lead=_("Mọi chủ thể trong ngày chưa được thông báo và xã của họ nhận thông báo."),
    said=_said,
)
