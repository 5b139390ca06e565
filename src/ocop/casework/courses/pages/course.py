"""A course for those who keep it: days, who came, codes to show, materials to hand out."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from ocop.casework.courses.about import find_course, find_day, see_course
from ocop.casework.courses.models import CourseDay, Material
from ocop.casework.courses.permissions import refuse_hand_out, refuse_teach
from ocop.casework.courses.rules.days import days_between, window_on
from ocop.casework.courses.selectors import days_of, people_of_course
from ocop.casework.support.about import head_of
from ocop.casework.support.models import Activity
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines import qr


@require_safe
def course(request: PersonRequest, key: UUID) -> HttpResponse:
    """The days with their numbers, who earned a certificate, the materials."""
    who = request.who
    activity = find_course(who, key)
    people = people_of_course(activity)
    today = timezone.localdate(who.at)
    page = head_of(activity) | {
        "days": [(row, window_on(row.day.day, today)) for row in days_of(activity)],
        "people": len(people),
        "earned": sum(one.has_earned for one in people),
        "materials": Material.objects.filter(activity=activity).select_related("file"),
        "may_change": refuse_teach(who, activity) is None,
        "may_add": refuse_hand_out(who, activity) is None,
        "all_days": _days_offered(activity),
        "days_planned": activity.facts.get("days"),
    }
    return render(request, "courses/course.html", page)


def _days_offered(activity: Activity) -> int:
    """How many days one press would add: the whole period, while no day is there yet."""
    if activity.ends_on is None or CourseDay.objects.filter(activity=activity).exists():
        return 0
    return len(days_between(activity.starts_on, activity.ends_on))


@require_safe
def day_code(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The code of a day, large enough for the hall."""
    who = request.who
    day = find_day(who, key, pk)
    see_course(who, day.activity)
    page = head_of(day.activity) | {
        "day": day,
        "window": window_on(day.day, timezone.localdate(who.at)),
        "qr": mark_safe(qr.svg(day.sign_in_url.upper())),  # noqa: S308 - drawn here
        "address": day.sign_in_url,
        "may_change": refuse_teach(who, day.activity) is None,
    }
    return render(request, "courses/day_code.html", page)
