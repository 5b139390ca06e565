"""Dời ngày: the visit is planned for another day; whoever knew of it learns why."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import VISIT
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.permissions import refuse_arrange
from ocop.casework.fieldwork.states import WORKFLOW
from ocop.casework.fieldwork.writes import commune_people, producers_people, team_of, tell_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, held, recorded, transition
from ocop.foundation.ui.forms import DateField


class AsksDay(AsksReason):
    """The new day and why."""

    day = DateField(label=_("Ngày kiểm tra mới"))
    beside = {"day_": "day"}
    field_order = ["day", "reason"]


@recorded
def postpone_visit(visit: Visit, *, day: date, reason: str, by: Person, at: datetime) -> None:
    """Puts it off; the producer is told anew once the day stands. What was written there stays.

    Refused to all but officers of the province, without a reason, for a day that is over or the same.
    """
    ensure(refuse_arrange(who_is(by, at), held(visit)))
    if day < timezone.localdate(at) or day == visit.day:
        raise Refused(
            Refusal(
                "day_wrong", _("Ngày mới phải khác ngày cũ và từ hôm nay trở đi."), "", _("Chọn lại ngày.")
            )
        )
    knew = team_of(visit) | (
        producers_people(visit, at) | commune_people(visit, at) if visit.announced_at else set()
    )
    last = Visit.objects.filter(programme=visit.programme_id, day=day).count() + 1
    data = {"from": visit.day.isoformat(), "to": day.isoformat()}
    changes = {"day": day, "position": last, "announced_at": None}
    transition(visit, "postpone", by=by, at=at, reason=reason, changes=changes, data=data)
    tell_of(
        visit, knew - {by}, kind="postponed", subject=_("Dời ngày kiểm tra: %(product)s"),
        body=_("Ngày mới: %(day)s, tại %(producer)s."), at=at,
    )  # fmt: skip


POSTPONE = Act(
    about=VISIT,
    name="postpone",
    path="doi-ngay/",
    move=WORKFLOW.move("postpone"),
    refuse=refuse_arrange,
    form=AsksDay,
    do=postpone_visit,
    lead=_("Đã thông báo thì chủ thể và xã biết ngay là dời; thông báo lại khi ngày mới đã chắc."),
    said=_("Đã dời ngày."),
)
