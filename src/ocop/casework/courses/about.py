"""What the acts of courses are about: a course, one of its days, somebody who came."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.courses.models import Attendance, CourseDay
from ocop.casework.courses.permissions import refuse_course
from ocop.casework.support.about import find_activity, head_of, see_activity
from ocop.casework.support.models import Activity
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.rows import the_one


def course_url(activity: Activity) -> str:
    """The page of the course."""
    return reverse("courses:course", args=[activity.key])


def see_course(who: Who, activity: Activity) -> None:
    """Not there for who does not see the activity; offices alone see the people of a course."""
    see_activity(who, activity)
    ensure(refuse_course(who, activity))


def find_course(who: Who, key: UUID) -> Activity:
    """The course of this address, for the pages that read it."""
    activity = find_activity(who, key)
    see_course(who, activity)
    return activity


def find_day(who: Who, key: UUID, pk: int) -> CourseDay:
    """One of its days."""
    activity = find_activity(who, key)
    day = the_one(CourseDay.objects.filter(activity=activity, pk=pk))
    if day is None:
        raise Http404(_("Không có ngày học này."))
    day.activity = activity
    return day


def find_attendance(who: Who, key: UUID, pk: int) -> Attendance:
    """Somebody who came on a day."""
    activity = find_activity(who, key)
    row = the_one(Attendance.objects.filter(activity=activity, pk=pk))
    if row is None:
        raise Http404(_("Không có lượt dự học này."))
    row.activity = activity
    return row


def _keys(row: CourseDay | Attendance) -> dict[str, Any]:
    return {"key": row.activity.key, "pk": row.pk}


ADDRESS = "ho-tro/viec/<uuid:key>/khoa-hoc/"
COURSE = Matter(
    space="courses",
    address=ADDRESS,
    find=find_activity,
    keys=lambda activity: {"key": activity.key},
    back=course_url,
    head=head_of,
    see=see_course,
)
DAY = Matter(
    space="courses",
    address=f"{ADDRESS}ngay/<int:pk>/",
    find=find_day,
    keys=_keys,
    back=lambda day: course_url(day.activity),
    head=lambda day: head_of(day.activity),
    see=lambda who, day: see_course(who, day.activity),
)
ATTENDANCE = Matter(
    space="courses",
    address=f"{ADDRESS}nguoi-hoc/<int:pk>/",
    find=find_attendance,
    keys=_keys,
    back=lambda row: course_url(row.activity),
    head=lambda row: head_of(row.activity),
    see=lambda who, row: see_course(who, row.activity),
)
