"""Thêm mọi ngày học: every day of the course's period with one press."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import COURSE
from ocop.casework.courses.acts.add_day import add_days
from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.permissions import refuse_teach
from ocop.casework.courses.rules.days import days_between
from ocop.casework.support.models import Activity
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act


def add_period(activity: Activity, *, by: Person, at: datetime) -> list[CourseDay]:
    """Adds each day from the first to the last, where the course is held. Refused as adding a day is."""
    days = days_between(activity.starts_on, activity.ends_on or activity.starts_on)
    return add_days(activity, days, venue=activity.facts.get("venue", ""), by=by, at=at)


ADD_PERIOD = Act(
    about=COURSE,
    name="add_period",
    path="moi-ngay/",
    refuse=refuse_teach,
    do=add_period,
    button=_("Thêm mọi ngày học"),
    said=_("Đã thêm các ngày học."),
    at_once=True,
)
