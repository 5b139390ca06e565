"""Bỏ ngày học: a day on which nobody signed in."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import DAY
from ocop.casework.courses.models import Attendance, CourseDay
from ocop.casework.courses.permissions import refuse_teach
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.templatetags.ui import ngay


def refuse_remove_day(who: Who, day: CourseDay) -> Refusal | None:
    """Whoever keeps the course."""
    return refuse_teach(who, day.activity)


@recorded
def remove_day(day: CourseDay, *, by: Person, at: datetime) -> None:
    """Takes a day out of the course. Refused once somebody has signed in on it,
    or after the course has ended.
    """
    activity = held(day.activity)
    ensure(refuse_teach(who_is(by, at), activity))
    if not CourseDay.objects.filter(activity=activity, pk=day.pk).exists():
        return  # the other of two clicks took it out
    ensure(_refuse_peopled(day))
    record("activity.remove_day", activity, by=by, at=at, data={"day": day.day.isoformat()})
    day.delete()


def _refuse_peopled(day: CourseDay) -> Refusal | None:
    people = Attendance.objects.counted().filter(activity=day.activity, day=day.day).count()
    if not people:
        return None
    return Refusal(
        "day_has_people",
        gettext("Không bỏ ngày %(day)s được vì đã có %(count)s lượt dự học.")
        % {"day": ngay(day.day), "count": people},
        "",
        gettext("Rút các lượt dự học của ngày đó trước, ghi rõ lý do."),
    )


REMOVE_DAY = Act(
    about=DAY,
    name="remove_day",
    path="bo/",
    refuse=refuse_remove_day,
    do=remove_day,
    button=_("Bỏ ngày học"),
    said=_("Đã bỏ ngày học."),
    at_once=True,
)
