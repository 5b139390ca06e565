"""Days of a course, their codes, materials."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pytest

from ocop.casework.courses.acts import add_days, add_material, record_sheet, remove_day, renew_code
from ocop.casework.courses.models import CourseDay, Material
from ocop.casework.courses.permissions import refuse_read_material
from ocop.casework.courses.selectors import day_of_code
from ocop.casework.courses.tests.learning import FIRST, SECOND, Course
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.support.acts import cancel_activity
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(cast: object, at: datetime) -> Course:
    return Course(Scene(cast, at), at)


@contextmanager
def refused(code: str) -> Iterator[None]:
    """What is done inside is refused with this code."""
    with pytest.raises(Refused) as found:
        yield
    assert found.value.refusal.code == code


def test_days_are_added_in_order_and_recorded(course: Course) -> None:
    assert list(CourseDay.objects.values_list("day", "venue")) == [
        (FIRST, "Hội trường xã"),
        (SECOND, "Hội trường xã"),
    ]
    entry = history(course.activity)[0]
    assert (entry.action, entry.data) == ("activity.add_days", {"days": ["2026-11-23", "2026-11-24"]})


def test_days_that_are_there_are_passed_over(course: Course) -> None:
    course.first.delete()
    added = add_days(course.activity, [FIRST, SECOND], by=course.phuc, at=course.at)
    assert [one.day for one in added] == [FIRST]


def test_a_day_twice_is_refused(course: Course) -> None:
    with refused("day_twice"):
        add_days(course.activity, [FIRST], by=course.phuc, at=course.at)


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 11, 25)])
def test_a_day_outside_the_course_is_refused(course: Course, day: date) -> None:
    with pytest.raises(Refused) as found:
        add_days(course.activity, [day], by=course.phuc, at=course.at)
    assert found.value.refusal.code == "day_outside_course"
    assert "từ ngày 23/11/2026 đến ngày 24/11/2026" in str(found.value.refusal)
    assert CourseDay.objects.count() == 2


def test_a_course_without_an_end_takes_later_days_and_no_earlier_ones(course: Course) -> None:
    open_ended = course.plan(ends_on=None)
    assert [one.day for one in add_days(open_ended, [date(2026, 12, 9)], by=course.phuc, at=course.at)] == [
        date(2026, 12, 9)
    ]
    with refused("day_outside_course"):
        add_days(open_ended, [date(2026, 11, 22)], by=course.phuc, at=course.at)


def test_more_than_sixty_days_are_refused(course: Course) -> None:
    long = course.plan(ends_on=date(2027, 11, 23))
    with refused("too_many_days"):
        add_days(
            long, [date.fromordinal(FIRST.toordinal() + n) for n in range(61)], by=course.phuc, at=course.at
        )


def test_help_without_learners_has_no_days(course: Course) -> None:
    fair = course.plan(kind="fair", facts={"form": "fair", "venue": "Sa Pa"})
    with refused("no_course"):
        add_days(fair, [FIRST], by=course.phuc, at=course.at)
    with refused("no_course"):
        add_material(fair, title="Sổ tay", upload=pdf(), by=course.phuc, at=course.at)


@pytest.mark.parametrize("who", ["lan", "quang"])
def test_strangers_and_producers_do_not_keep_days(course: Course, who: str) -> None:
    person = getattr(course, who)
    with refused("not_keeper"):
        add_days(course.activity, [FIRST], by=person, at=course.at)
    with refused("not_keeper"):
        remove_day(course.first, by=person, at=course.at)
    with refused("not_keeper"):
        renew_code(course.first, by=person, at=course.at)
    with refused("not_keeper"):
        add_material(course.activity, title="Sổ tay", upload=pdf(), by=person, at=course.at)


def test_a_day_without_people_is_removed_and_one_with_people_stays(course: Course) -> None:
    record_sheet(course.first, [course.learner()], by=course.phuc, at=course.at)
    with refused("day_has_people"):
        remove_day(course.first, by=course.phuc, at=course.at)
    remove_day(course.second, by=course.phuc, at=course.at)
    assert list(CourseDay.objects.values_list("day", flat=True)) == [FIRST]
    assert history(course.activity)[0].data == {"day": "2026-11-24"}


def test_a_cancelled_course_takes_no_days(course: Course) -> None:
    cancel_activity(course.activity, reason="Mưa lũ", by=course.phuc, at=course.at)
    with refused("conflict_ended"):
        add_days(course.activity, [FIRST], by=course.phuc, at=course.at)


def test_a_new_code_makes_the_old_one_worthless(course: Course) -> None:
    old = course.first.code
    renewed = renew_code(course.first, by=course.phuc, at=course.at)
    assert day_of_code(old) is None
    assert day_of_code(renewed.code) == course.first
    assert history(course.activity)[0].data == {"day": "2026-11-23", "issue": 2}


def test_the_code_of_one_day_is_not_that_of_another(course: Course) -> None:
    _, _, signature = course.first.code.partition("-")
    assert day_of_code(f"{course.second.pk}-{signature}") is None


@pytest.mark.parametrize(
    "code", ["", "-", "1", "1-", "x-ABCDEFGHJKMN", "99999999999999999999-ABCDEFGHJKMN", "1-ữ"]
)
def test_what_is_no_code_finds_nothing(course: Course, code: str) -> None:
    assert day_of_code(code) is None


def test_materials_are_for_those_who_came(course: Course) -> None:
    material = add_material(course.activity, title=" Sổ  tay ", upload=pdf(), by=course.phuc, at=course.at)
    assert (material.title, Material.objects.count()) == ("Sổ tay", 1)
    assert refuse_read_material(course.phuc, material.file, course.at) is None
    refusal = refuse_read_material(course.lan, material.file, course.at)
    assert refusal is not None
    assert refusal.code == "not_reader"
    record_sheet(course.first, [course.learner(unit="HTX Dứa Bản Lầu")], by=course.phuc, at=course.at)
    assert refuse_read_material(course.lan, material.file, course.at) is None
    stranger = refuse_read_material(course.quang, material.file, course.at)
    assert stranger is not None
    assert stranger.code == "not_reader"


def test_a_material_needs_a_title(course: Course) -> None:
    with refused("title_missing"):
        add_material(course.activity, title="  ", upload=pdf(), by=course.phuc, at=course.at)
    assert Material.objects.count() == 0
