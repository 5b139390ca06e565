"""Who learned: attendances, and what the courses under way may bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ocop.casework.courses.models import Attendance
from ocop.casework.courses.selectors import attendances
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState
from ocop.outlets.reports.counting.activities import SINCE, open_of
from ocop.outlets.reports.counting.asking import Question, cases_of
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.rules import median

MOST_COURSES = 100
Answers = Mapping[str, tuple[str, ...]]
"""By fact, the answers that a course must have one of."""


def attended_by(kinds: Sequence[str], group: str) -> Callable[[Extent], QuerySet[Any]]:
    """Attendances of a group in the period, one for a person and a day,
    as the plan counts them («lượt người»).
    """

    def rows(extent: Extent) -> QuerySet[Any]:
        found = attendances(group, first=extent.first, last=extent.last, place=extent.place)
        return found.filter(activity__kind__in=kinds, activity__place__in=extent.ground)

    return rows


def record_of_attendance(row: Attendance) -> Record:
    """An attendance, leading to its course."""
    unit = row.producer.name if row.producer else row.unit or (row.place.name if row.place else "")
    detail = " · ".join(part for part in (unit, row.activity.name) if part)
    return Record(f"attendance:{row.pk}", row.name, row.activity.get_absolute_url(), row.day, detail)


def courses_in_hand(kinds: Sequence[str], group: str, held_for: Answers) -> Callable[[Extent], Question]:
    """Courses for a group that are planned or running and where nobody has signed in yet.

    What a running course has brought already is counted; what it may still bring is not foretold.
    """

    def read(extent: Extent) -> Question:
        came = Attendance.objects.filter(activity=OuterRef("pk"), group=group, withdrawn_at__isnull=True)
        return cases_of(open_of(kinds, extent).filter(_is_for(held_for), ~Exists(came)), "state", SINCE)

    return read


def usual_number(kinds: Sequence[str], group: str, held_for: Answers) -> Fraction:
    """The median number of attendances of a group at the newest finished courses for it;
    0 before there are any.
    """
    ended = Activity.objects.filter(_is_for(held_for), kind__in=kinds, state=ActivityState.FINISHED)
    numbers = (
        ended.annotate(came=_standing(group)).order_by("-result_on", "-pk").values_list("came", flat=True)
    )
    newest = list(numbers[:MOST_COURSES])
    return median(newest) if newest else Fraction(0)


def _is_for(held_for: Answers) -> Q:
    return Q(**{f"facts__{key}__in": list(answers) for key, answers in held_for.items()})


def _standing(group: str) -> Count:
    return Count("attendances", filter=Q(attendances__group=group, attendances__withdrawn_at__isnull=True))
