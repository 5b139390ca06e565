"""Courses: the day behind a code, who came on which days, who earned a certificate, what is handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from ocop.casework.courses.models import Attendance, CourseDay
from ocop.casework.courses.rules.days import has_earned, is_code_of, number_in
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState
from ocop.casework.support.rules.people import Group
from ocop.casework.support.selectors.above import Section
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of
from ocop.kernel.text import vietnamese_key
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import core_name

LARGEST_NUMBER = 2**62


def day_of_code(code: str) -> CourseDay | None:
    """The day whose present code this is; None for a code that was never given or was replaced."""
    number = number_in(code)
    if number is None or number > LARGEST_NUMBER:
        return None
    day = CourseDay.objects.filter(pk=number).select_related("activity__place__parent__parent").first()
    if day is None or not is_code_of(code, day.pk, day.issue, day.day, settings.SECRET_KEY):
        return None
    return day


def producer_meant(unit: str, place: Place | None) -> Producer | None:
    """The one producer of the commune that is called so,
    whatever its legal form was called; None in doubt.
    """
    if place is None or not (wanted := core_name(unit)):
        return None
    same = [one for one in Producer.objects.filter(commune=place) if core_name(one.name) == wanted]
    return same[0] if len(same) == 1 else None


@dataclass(frozen=True)
class DayRow:
    """A day of a course with the numbers of producers and officials who came."""

    day: CourseDay
    producers: int
    officials: int


def days_of(activity: Activity) -> list[DayRow]:
    """The days of a course, the earliest first. Two queries."""
    days = list(CourseDay.objects.filter(activity=activity).select_related("activity"))
    rows = Attendance.objects.counted().filter(activity=activity)
    counts = {
        (row["day"], row["group"]): row["n"]
        for row in rows.values("day", "group").annotate(n=Count("pk")).order_by()
    }
    return [
        DayRow(day, counts.get((day.day, Group.PRODUCER), 0), counts.get((day.day, Group.OFFICIAL), 0))
        for day in days
    ]


@dataclass(frozen=True)
class Person:
    """One who learned: on which days, whether that earned a certificate, and the rows that say so."""

    name: str
    group: str
    place: Place | None
    unit: str
    days: tuple[date, ...]
    has_earned: bool
    rows: tuple[int, ...] = ()


def people_of_course(activity: Activity) -> list[Person]:
    """Everyone who came, one row for a name of a place, in the order of the alphabet by given name."""
    days = list(CourseDay.objects.filter(activity=activity).values_list("day", flat=True))
    found: dict[tuple[str, int | None], list[Attendance]] = {}
    for row in Attendance.objects.counted().filter(activity=activity).select_related("place__parent__parent"):
        found.setdefault((row.name_key, row.place_id), []).append(row)
    wanted = activity.facts.get("days_needed")
    people = [_person(rows, days, wanted) for rows in found.values()]
    return sorted(people, key=lambda one: (vietnamese_key(one.name.split()[-1]), vietnamese_key(one.name)))


def _person(rows: list[Attendance], days: list[date], wanted: int | None) -> Person:
    last = rows[-1]
    came = tuple(sorted(row.day for row in rows))
    rows_of = tuple(row.pk for row in rows)
    return Person(last.name, last.group, last.place, last.unit, came, has_earned(came, days, wanted), rows_of)


def attendances(group: str, *, first: date, last: date, place: Place) -> QuerySet[Attendance]:
    """Who learned in the period at a course on the ground of the place, one row for a person and a day."""
    found = Attendance.objects.counted().filter(group=group, day__gte=first, day__lte=last)
    found = found.filter(activity__place__in=ground_of(place)).exclude(
        activity__state=ActivityState.CANCELLED
    )
    return found.select_related("activity", "producer", "place").order_by("day", "pk")


def people_counted(activity: Activity) -> int:
    """How many attendances count, a person and a day each."""
    return Attendance.objects.counted().filter(activity=activity).count()


def taught(producers: QuerySet[Producer]) -> Q:
    """Of activities: those that taught people of one of these producers."""
    came = Attendance.objects.counted().filter(producer__in=producers)
    return Q(pk__in=came.values("activity"))


def section_of(_who: Who, activity: Activity) -> Section | None:
    """The part of an activity's page about its days and materials, where its kind has such."""
    return Section("courses/part.html") if activity.row.has_attendance else None
