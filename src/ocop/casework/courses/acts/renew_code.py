"""Đổi mã khác: a new code for a day; the one that was shown is worthless."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import DAY
from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.permissions import refuse_teach
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_renew_code(who: Who, day: CourseDay) -> Refusal | None:
    """Whoever keeps the course."""
    return refuse_teach(who, day.activity)


@recorded
def renew_code(day: CourseDay, *, by: Person, at: datetime) -> CourseDay:
    """Gives a day a new code; the code shown or printed before is worthless from now on.
    Refused as changing.
    """
    ensure(refuse_teach(who_is(by, at), held(day.activity)))
    day.refresh_from_db()
    day.issue += 1
    day.save(update_fields=["issue"])
    data = {"day": day.day.isoformat(), "issue": day.issue}
    record("activity.renew_code", day.activity, by=by, at=at, data=data)
    return day


RENEW_CODE = Act(
    about=DAY,
    name="renew_code",
    path="doi-ma/",
    refuse=refuse_renew_code,
    do=renew_code,
    button=_("Đổi mã khác"),
    said=_("Đã đổi mã. Mã cũ không dùng được nữa."),
    then=lambda day, _made: reverse("courses:day_code", args=[day.activity.key, day.pk]),
    at_once=True,
)
