"""Courses of the year: their days, and the signature sheets of invented people."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.casework.support.actions.attendance import Learner, record_sheet
from ocop.casework.support.actions.courses import add_days
from ocop.casework.support.models import Activity, CourseDay
from ocop.casework.support.rules.people import Group
from ocop.foundation.places.selectors import communes_of
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import PROVINCE, YEAR, ground

GIVEN = (
    "An", "Bình", "Chi", "Dần", "Én", "Giang", "Hạ", "Inh", "Khoa", "Lả", "Mây", "Na", "Oanh", "Páo", "Quý", "Sao",
)  # fmt: skip
GROUPS = {"producers": Group.PRODUCER, "officials": Group.OFFICIAL}


def note_course(stage: Stage, row: dict[str, Any]) -> None:
    """The days are set when the course is entered; the sheet of a day is typed in that afternoon."""
    stage.diary.note(f"{row['entered']} 17:00", partial(_set_days, stage, row))
    for text in row["days"]:
        stage.diary.note(f"{text} 16:45", partial(_type_sheet, stage, row, date.fromisoformat(text)))


def _activity(stage: Stage, row: dict[str, Any]) -> Activity:
    return Activity.objects.with_names().get(pk=stage.activities[key_of(row["key"])].pk)


def _set_days(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    days = [date.fromisoformat(text) for text in row["days"]]
    add_days(_activity(stage, row), days, venue=row["facts"]["venue"], by=person(stage, "so"), at=at)


def _type_sheet(stage: Stage, row: dict[str, Any], day: date, at: datetime) -> None:
    course_day = CourseDay.objects.select_related("activity__place__parent__parent").get(
        activity=_activity(stage, row), day=day
    )
    record_sheet(course_day, learners(row), by=person(stage, "so"), at=at)


def learners(row: dict[str, Any]) -> list[Learner]:
    """Invented people of the course, from communes of the old province."""
    communes = communes_of(ground(PROVINCE), date(YEAR, 6, 30))
    group = GROUPS[row["facts"]["audience"]]
    return [
        Learner(f"Mẫu {'Thị' if number % 2 else 'Văn'} {GIVEN[number]}", group, communes[7 * number % len(communes)])
        for number in range(row["learners"])
    ]
