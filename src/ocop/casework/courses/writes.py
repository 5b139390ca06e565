"""What several acts write: somebody who learned, on a day, as tidy words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ocop.casework.courses.models import Attendance
from ocop.casework.courses.rules.days import name_key
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.courses.selectors import producer_meant
from ocop.casework.support.models import Activity
from ocop.casework.support.rules.people import Group, Via
from ocop.foundation.accounts.models import Person


def tidied(learner: Learner) -> Learner:
    """Single blanks, nothing that a database would not take, a unit as long as its column."""
    name, unit = (" ".join(text.replace("\x00", "").split()) for text in (learner.name, learner.unit))
    return Learner(name, Group(learner.group), learner.place, unit[:200])


def same_on(activity: Activity, day: date, learner: Learner) -> Attendance | None:
    """The same name of the same place on that day."""
    rows = Attendance.objects.counted().filter(activity=activity, day=day, place=learner.place)
    return rows.filter(name_key=name_key(learner.name)).first()


def write_attendance(
    activity: Activity, day: date, learner: Learner, *, via: Via, by: Person | None, at: datetime
) -> Attendance:
    """Somebody came on a day."""
    columns = columns_of(learner)
    return Attendance.objects.create(activity=activity, day=day, via=via, by=by, at=at, **columns)


def columns_of(learner: Learner) -> Mapping[str, Any]:
    """What is kept of somebody; the producer where it is known which one is meant."""
    producer = producer_meant(learner.unit, learner.place) if learner.group is Group.PRODUCER else None
    return {
        "name": learner.name,
        "group": learner.group,
        "place": learner.place,
        "unit": learner.unit,
        "producer": producer,
    }
