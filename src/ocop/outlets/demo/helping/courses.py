"""Courses: their days, and the signature sheets of invented people."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.casework.courses.acts import add_days, record_sheet
from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.support.models import Activity
from ocop.casework.support.rules.people import Group
from ocop.foundation.places.selectors import communes_of
from ocop.outlets.demo.helping.world import World

GIVEN = (
    "An", "Bình", "Chi", "Dần", "Én", "Giang", "Hạ", "Inh", "Khoa", "Lả", "Mây", "Na", "Oanh", "Páo", "Quý",
    "Sao",
)  # fmt: skip
GROUPS = {"producers": Group.PRODUCER, "officials": Group.OFFICIAL}


def note_course(world: World, row: dict[str, Any]) -> None:
    """The days are set when the course is entered; the sheet of a day is typed in that afternoon."""
    world.stage.diary.note(f"{row['entered']} 17:15", partial(_set_days, world, row))
    for text in row["days"] if row["learners"] else []:
        world.stage.diary.note(f"{text} 16:45", partial(_type_sheet, world, row, date.fromisoformat(text)))


def _activity(world: World, row: dict[str, Any]) -> Activity:
    return Activity.objects.with_names().get(pk=world.stage.activities[world.key(row["key"])].pk)


def _set_days(world: World, row: dict[str, Any], at: datetime) -> None:
    days = [date.fromisoformat(text) for text in row["days"]]
    add_days(_activity(world, row), days, venue=row["facts"]["venue"], by=world.person(""), at=at)


def _type_sheet(world: World, row: dict[str, Any], day: date, at: datetime) -> None:
    course_day = CourseDay.objects.select_related("activity__place__parent__parent").get(
        activity=_activity(world, row), day=day
    )
    record_sheet(course_day, _learners(course_day.activity, row, day), by=world.person(""), at=at)


def _learners(activity: Activity, row: dict[str, Any], day: date) -> list[Learner]:
    """Invented people of the course, from communes of the province as they stood that day."""
    communes = communes_of(activity.place.province, day)
    group = GROUPS[row["facts"]["audience"]]
    return [
        Learner(name, group, communes[7 * number % len(communes)])
        for number, name in enumerate(names(row["learners"]))
    ]


def names(count: int) -> list[str]:
    """The names of so many invented people."""
    return [f"Mẫu {'Thị' if number % 2 else 'Văn'} {GIVEN[number]}" for number in range(count)]
