"""Who learned on which day: by the code of the day or from the signature sheet; put right, or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ocop.casework.support import course_refusals as refusals
from ocop.casework.support.models import Activity, Attendance, CourseDay
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.rules.courses import LONGEST_NAME, MOST_A_DAY, DayWindow, name_key, window_on
from ocop.casework.support.rules.learners import Learner
from ocop.casework.support.rules.people import Group, Via
from ocop.casework.support.selectors.courses import day_of_code, producer_meant
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.refusals import Refusal, Refused, ensure


@recorded
def sign_in(code: str, learner: Learner, *, at: datetime) -> tuple[Attendance, bool]:
    """Somebody scans the code of the day. Gives the row and whether it is new: scanning again changes
    nothing.

    Needs no account: the code is the right. Refused with a code that is wrong, replaced, too early or
    expired, in a course that has ended, without a name, with a commune of another province, beyond MOST_A_DAY
    people.
    """
    day = day_of_code(code)
    if day is None:
        raise Refused(refusals.unknown_code())
    held(day.activity)
    if day_of_code(code) is None:  # replaced while this one waited
        raise Refused(refusals.unknown_code())
    ensure(refuse_sign_in(day, at))
    learner = _tidy(learner)
    ensure(_refuse_learner(learner, day.activity))
    if (found := _same(day.activity, day.day, learner)) is not None:
        return found, False
    if day.activity.attendances.filter(day=day.day).count() >= MOST_A_DAY:
        raise Refused(refusals.day_full(MOST_A_DAY))
    made = _write(day.activity, day.day, learner, via=Via.QR, by=None, at=at)
    record(
        "attendance.sign_in",
        made,
        by=None,
        at=at,
        data={"day": day.day.isoformat(), "activity": str(day.activity.key)},
    )
    return made, True


def refuse_sign_in(day: CourseDay, at: datetime) -> Refusal | None:
    """Why the code of a day opens nothing now."""
    if not day.activity.is_open:
        return refusals.course_closed(day.activity.name)
    window = window_on(day.day, timezone.localdate(at))
    if window is DayWindow.NOT_YET:
        return refusals.code_too_early(day.day)
    return refusals.code_expired(day.day) if window is DayWindow.OVER else None


@recorded
def record_sheet(
    day: CourseDay, learners: Sequence[Learner], *, by: Person, at: datetime
) -> tuple[list[Attendance], list[Attendance]]:
    """Enters the signature sheet of a day: the rows that are new, and those that were there. All or nothing.

    Refused with an empty list, before the day, after the course has ended, with a faulty person, for
    strangers.
    """
    activity = day.activity
    held(activity)
    ensure(refuse_change(by, activity, at))
    if day.day > timezone.localdate(at):
        raise Refused(refusals.day_to_come(day.day))
    if not learners:
        raise Refused(refusals.nobody())
    added: list[Attendance] = []
    there: list[Attendance] = []
    for learner in map(_tidy, learners):
        ensure(_refuse_learner(learner, activity))
        found = _same(activity, day.day, learner)
        if found is not None:
            there.append(found)
        else:
            added.append(_write(activity, day.day, learner, via=Via.SHEET, by=by, at=at))
    data = {"day": day.day.isoformat(), "added": [row.pk for row in added], "there": len(there)}
    record("activity.record_sheet", activity, by=by, at=at, data=data)
    return added, there


@recorded
def correct(attendance: Attendance, learner: Learner, *, reason: str, by: Person, at: datetime) -> Attendance:
    """Puts a name, group, commune or unit right.
    Refused without a reason, once withdrawn, or as another's double.
    """
    activity = attendance.activity
    held(activity)
    ensure(refuse_change(by, activity, at))
    attendance.refresh_from_db()
    learner = _tidy(learner)
    ensure(_refuse_again(attendance, reason) or _refuse_learner(learner, activity))
    same = _same(activity, attendance.day, learner)
    if same is not None and same.pk != attendance.pk:
        raise Refused(refusals.already_there(learner.name, attendance.day))
    before = _shown(attendance)
    for name, value in _columns(activity, learner).items():
        setattr(attendance, name, value)
    attendance.save()
    data = {"before": before, "after": _shown(attendance)}
    record("attendance.correct", attendance, by=by, at=at, reason=reason.strip(), data=data)
    return attendance


@recorded
def withdraw(attendance: Attendance, *, reason: str, by: Person, at: datetime) -> Attendance:
    """Takes an attendance back: it counts no more and stays to be read.
    Refused without a reason, or a second time.
    """
    held(attendance.activity)
    ensure(refuse_change(by, attendance.activity, at))
    attendance.refresh_from_db()
    ensure(_refuse_again(attendance, reason))
    attendance.withdrawn_at, attendance.withdrawn_by, attendance.withdrawn_reason = (
        at,
        by,
        reason.strip()[:300],
    )
    attendance.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record("attendance.withdraw", attendance, by=by, at=at, reason=reason.strip())
    return attendance


def _refuse_again(attendance: Attendance, reason: str) -> Refusal | None:
    if attendance.withdrawn_at is not None:
        return refusals.withdrawn_already()
    return None if reason.strip() else refusals.reason_missing()


def _refuse_learner(learner: Learner, activity: Activity) -> Refusal | None:
    if not any(sign.isalpha() for sign in learner.name):
        return refusals.name_missing()
    if len(learner.name) > LONGEST_NAME:
        return refusals.name_too_long(LONGEST_NAME)
    if learner.place is not None and not learner.place.is_within(activity.place.province):
        return refusals.place_elsewhere()
    return None


def _tidy(learner: Learner) -> Learner:
    name = " ".join(learner.name.replace("\x00", "").split())
    return Learner(
        name, Group(learner.group), learner.place, " ".join(learner.unit.replace("\x00", "").split())[:200]
    )


def _same(activity: Activity, day: date, learner: Learner) -> Attendance | None:
    """The same name of the same place on that day."""
    rows = Attendance.objects.counted().filter(activity=activity, day=day, place=learner.place)
    return rows.filter(name_key=name_key(learner.name)).first()


def _write(
    activity: Activity, day: date, learner: Learner, *, via: Via, by: Person | None, at: datetime
) -> Attendance:
    return Attendance.objects.create(
        activity=activity, day=day, via=via, by=by, at=at, **_columns(activity, learner)
    )


def _columns(activity: Activity, learner: Learner) -> Mapping[str, Any]:
    producer = producer_meant(learner.unit, learner.place) if learner.group is Group.PRODUCER else None
    return {
        "name": learner.name,
        "group": learner.group,
        "place": learner.place,
        "unit": learner.unit,
        "producer": producer,
    }


def _shown(attendance: Attendance) -> dict[str, Any]:
    names = ("name", "group", "place_id", "unit", "producer_id")
    return {name: getattr(attendance, name) for name in names}
