"""The days of a course, their codes, and what is handed out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.files.base import File

from ocop.casework.support import course_refusals as refusals
from ocop.casework.support.models import Activity, CourseDay, Material
from ocop.casework.support.permissions import refuse_add, refuse_change
from ocop.casework.support.permissions.courses import MATERIAL_FILES
from ocop.casework.support.rules.courses import MOST_DAYS
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.text import one_line

MATERIAL_KINDS = (FileKind.PDF, FileKind.DOCX, FileKind.XLSX, FileKind.IMAGE)


@recorded
def add_days(
    activity: Activity, days: Iterable[date], *, venue: str = "", by: Person, at: datetime
) -> list[CourseDay]:
    """Adds days of learning. Days that are there already are passed over; one alone that is there is refused.

    Refused for a kind without days, outside the period of the course, beyond MOST_DAYS, after the course has
    ended.
    """
    held(activity)
    ensure(refuse_change(by, activity, at))
    wanted = sorted(set(days))
    known = set(CourseDay.objects.filter(activity=activity).values_list("day", flat=True))
    ensure(_refuse_days(activity, wanted, known))
    new = [day for day in wanted if day not in known]
    added = [CourseDay.objects.create(activity=activity, day=day, venue=venue.strip()) for day in new]
    record("activity.add_days", activity, by=by, at=at, data={"days": [one.day.isoformat() for one in added]})
    return added


def _refuse_days(activity: Activity, wanted: list[date], known: set[date]) -> Refusal | None:
    if not activity.row.has_attendance:
        return refusals.no_course()
    first, last = activity.starts_on, activity.ends_on
    for day in wanted:
        if day < first or (last is not None and day > last):
            return refusals.day_outside_course(day, first, last)
    if wanted and not set(wanted) - known:
        return refusals.day_twice(wanted[0])
    return refusals.too_many_days(MOST_DAYS) if len(known | set(wanted)) > MOST_DAYS else None


@recorded
def remove_day(day: CourseDay, *, by: Person, at: datetime) -> None:
    """Takes a day out of the course. Refused once somebody has signed in on it,
    or after the course has ended.
    """
    activity = day.activity
    held(activity)
    ensure(refuse_change(by, activity, at))
    if not activity.days.filter(pk=day.pk).exists():
        return  # the other of two clicks took it out
    people = activity.attendances.counted().filter(day=day.day).count()
    if people:
        raise Refused(refusals.day_has_people(day.day, people))
    record("activity.remove_day", activity, by=by, at=at, data={"day": day.day.isoformat()})
    day.delete()


@recorded
def renew_code(day: CourseDay, *, by: Person, at: datetime) -> CourseDay:
    """Gives a day a new code; the code shown or printed before is worthless from now on.
    Refused as changing.
    """
    held(day.activity)
    ensure(refuse_change(by, day.activity, at))
    day.refresh_from_db()
    day.issue += 1
    day.save(update_fields=["issue"])
    record(
        "activity.renew_code",
        day.activity,
        by=by,
        at=at,
        data={"day": day.day.isoformat(), "issue": day.issue},
    )
    return day


@recorded
def add_material(activity: Activity, *, title: str, upload: File[Any], by: Person, at: datetime) -> Material:
    """Keeps a file for those who learn.
    Refused without a title, for a kind without days, in a cancelled course.
    """
    ensure(refuse_add(by, activity, at))
    if not activity.row.has_attendance:
        raise Refused(refusals.no_course())
    title = one_line(title)
    if not title:
        raise Refused(refusals.title_missing())
    file = store(upload, owner=MATERIAL_FILES, by=by, at=at, kinds=MATERIAL_KINDS)
    material = Material.objects.create(activity=activity, title=title[:200], file=file)
    record(
        "activity.add_material", activity, by=by, at=at, data={"title": material.title, "sha256": file.sha256}
    )
    return material
