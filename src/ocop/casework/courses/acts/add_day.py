"""Thêm ngày học: a day more of a course, with a code and a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import COURSE
from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.permissions import refuse_teach
from ocop.casework.courses.rules.days import MOST_DAYS
from ocop.casework.support.models import Activity
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import DateField, TextField
from ocop.foundation.ui.templatetags.ui import ngay


class AsksDay(Asks):
    """One day more, and where."""

    day = DateField(label=_("Ngày học"))
    venue = TextField(label=_("Nơi học"), required=False, max_length=200)

    gives = frozenset({"days", "venue"})

    def known(self) -> Mapping[str, Any]:
        """Where the course is held."""
        return {"venue": self.thing.facts.get("venue", "")}

    def given(self) -> Mapping[str, Any]:
        """The day alone."""
        return {"days": [self.cleaned_data["day"]], "venue": self.cleaned_data["venue"]}


@recorded
def add_days(
    activity: Activity, days: Iterable[date], *, venue: str = "", by: Person, at: datetime
) -> list[CourseDay]:
    """Adds days of learning. Days that are there already are passed over; one alone that is there is refused.

    Refused for a kind without days, outside the period of the course, beyond MOST_DAYS, after the course has
    ended.
    """
    ensure(refuse_teach(who_is(by, at), held(activity)))
    wanted = sorted(set(days))
    known = set(CourseDay.objects.filter(activity=activity).values_list("day", flat=True))
    ensure(_refuse_days(activity, wanted, known))
    new = [day for day in wanted if day not in known]
    added = [CourseDay.objects.create(activity=activity, day=day, venue=venue.strip()) for day in new]
    record("activity.add_days", activity, by=by, at=at, data={"days": [one.day.isoformat() for one in added]})
    return added


def _refuse_days(activity: Activity, wanted: list[date], known: set[date]) -> Refusal | None:
    first, last = activity.starts_on, activity.ends_on
    for day in wanted:
        if day < first or (last is not None and day > last):
            return _outside(day, first, last)
    if wanted and not set(wanted) - known:
        return Refusal(
            "day_twice",
            gettext("Ngày %(day)s đã có trong khoá học.") % {"day": ngay(wanted[0])},
            "",
            gettext("Chọn ngày khác."),
        )
    if len(known | set(wanted)) > MOST_DAYS:
        return Refusal(
            "too_many_days",
            gettext("Một khoá học có nhiều nhất %(most)s ngày.") % {"most": MOST_DAYS},
            "",
            gettext("Tách thành nhiều khoá học."),
        )
    return None


def _outside(day: date, first: date, last: date | None) -> Refusal:
    """Before the course begins or after it ends."""
    period = gettext("từ ngày %(first)s") % {"first": ngay(first)}
    if last is not None:
        words = {"first": ngay(first), "last": ngay(last)}
        period = gettext("từ ngày %(first)s đến ngày %(last)s") % words
    return Refusal(
        "day_outside_course",
        gettext("Ngày %(day)s nằm ngoài khoá học.") % {"day": ngay(day)},
        gettext("Khoá học diễn ra %(period)s.") % {"period": period},
        gettext("Chọn ngày khác, hoặc sửa thời gian của khoá học."),
    )


ADD_DAY = Act(
    about=COURSE,
    name="add_day",
    path="ngay-moi/",
    refuse=refuse_teach,
    form=AsksDay,
    do=add_days,
    button=_("Thêm ngày học"),
    confirm=_("Thêm ngày"),
    said=_("Đã thêm ngày học."),
)
