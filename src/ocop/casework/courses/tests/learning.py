"""A course of two days with Minh's commune in it, for the tests of training."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ocop.casework.courses.acts import add_days
from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.support.acts import plan_activity
from ocop.casework.support.models import Activity
from ocop.casework.support.rules.people import Group

FIRST, SECOND = date(2026, 11, 23), date(2026, 11, 24)
FACTS = {"audience": "both", "subject": "Ghi chép sổ sách", "days": 2}


@dataclass
class Course:
    """The course, its two days, and the people around it. `at` is the morning of the first day."""

    scene: Scene
    at: datetime

    def __post_init__(self) -> None:
        self.phuc, self.lan, self.quang = self.scene.phuc, self.scene.lan, self.scene.quang
        self.commune = self.scene.cast.commune
        self.activity: Activity = self.plan()
        self.first, self.second = add_days(
            self.activity, [FIRST, SECOND], venue="Hội trường xã", by=self.phuc, at=self.at
        )

    def plan(self, **fields: Any) -> Activity:
        """A course of the province from the first to the second day."""
        known: dict[str, Any] = {
            "kind": "training", "name": "Lớp kế toán cho hợp tác xã", "place": self.commune,
            "agency": "Chi cục PTNT",
            "starts_on": FIRST, "ends_on": SECOND, "facts": FACTS, "by": self.phuc, "at": self.at,
        }  # fmt: skip
        return plan_activity(**known | fields)

    def learner(
        self, name: str = "Lý Thị Mỷ", group: Group = Group.PRODUCER, unit: str = "", **fields: Any
    ) -> Learner:
        """Somebody of the commune."""
        return Learner(name, group, fields.get("place", self.commune), unit)

    def again(self, day: CourseDay) -> CourseDay:
        """The day as the database has it."""
        return CourseDay.objects.select_related("activity__place__parent__parent").get(pk=day.pk)
