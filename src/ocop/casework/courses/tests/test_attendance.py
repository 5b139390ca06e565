"""Signing in by the code of the day and from the sheet; putting right and withdrawing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from importlib import import_module

import pytest

from ocop.casework.courses.acts import correct_attendance, record_sheet, sign_in, withdraw_attendance
from ocop.casework.courses.models import Attendance
from ocop.casework.courses.selectors import attendances, days_of, people_of_course
from ocop.casework.courses.tests.learning import FIRST, SECOND, Course
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.support.acts import cancel_activity
from ocop.casework.support.rules.people import Group, Via
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import history
from ocop.foundation.places.selectors import place
from ocop.foundation.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(cast: object, at: datetime) -> Course:
    return Course(Scene(cast, at), at)


def code_of(refusing: pytest.ExceptionInfo[Refused]) -> str:
    return refusing.value.refusal.code


def test_a_scan_writes_the_person_and_is_recorded(course: Course) -> None:
    row, is_new = sign_in(
        course.first.code, course.learner(" Lý  Thị Mỷ ", unit="HTX Dứa Bản Lầu"), at=course.at
    )
    assert is_new
    assert (row.name, row.group, row.place, row.day, row.via, row.by) == (
        "Lý Thị Mỷ", Group.PRODUCER, course.commune, FIRST, Via.QR, None,
    )  # fmt: skip
    assert row.producer == course.scene.producer
    assert [entry.action for entry in history(row)] == ["attendance.sign_in"]


@pytest.mark.parametrize("name", ["Lý Thị Mỷ", "lý thị mỷ", "Lý Thị  Mỷ"])
def test_a_second_scan_changes_nothing(course: Course, name: str) -> None:
    first, _ = sign_in(course.first.code, course.learner(), at=course.at)
    again, is_new = sign_in(course.first.code, course.learner(name), at=course.at + timedelta(minutes=5))
    assert (again.pk, is_new, Attendance.objects.count()) == (first.pk, False, 1)
    assert Entry.objects.filter(action="attendance.sign_in").count() == 1


def test_another_tone_another_place_another_day_is_another_attendance(course: Course, at: datetime) -> None:
    sign_in(course.first.code, course.learner("Lù Văn Hùng"), at=at)
    assert sign_in(course.first.code, course.learner("Lù Văn Hưng"), at=at)[1]
    elsewhere = place("02683", "commune", at.date()) or place("02647", "commune", at.date())
    assert elsewhere is not None
    assert sign_in(course.first.code, course.learner("Lù Văn Hùng", place=elsewhere), at=at)[1]
    assert sign_in(course.second.code, course.learner("Lù Văn Hùng"), at=at + timedelta(days=1))[1]
    assert Attendance.objects.count() == 4


def test_officials_are_apart_and_belong_to_no_producer(course: Course) -> None:
    row, _ = sign_in(
        course.first.code, course.learner(group=Group.OFFICIAL, unit="HTX Dứa Bản Lầu"), at=course.at
    )
    assert (row.group, row.producer, row.unit) == (Group.OFFICIAL, None, "HTX Dứa Bản Lầu")
    found = days_of(course.activity)
    assert [(one.day.day, one.producers, one.officials) for one in found] == [(FIRST, 0, 1), (SECOND, 0, 0)]


@pytest.mark.parametrize(
    ("hours", "code"),
    [(-10, "code_too_early"), (-9, None), (0, None), (14, None), (15, "code_expired"), (400, "code_expired")],
)
def test_a_code_is_good_from_midnight_to_midnight(course: Course, hours: int, code: str | None) -> None:
    moment = course.at + timedelta(hours=hours)
    if code is None:
        assert sign_in(course.first.code, course.learner(), at=moment)[1]
        return
    with pytest.raises(Refused) as refusing:
        sign_in(course.first.code, course.learner(), at=moment)
    assert (code_of(refusing), Attendance.objects.count()) == (code, 0)


def test_a_wrong_code_opens_nothing(course: Course) -> None:
    with pytest.raises(Refused) as refusing:
        sign_in(
            course.first.code[:-1] + ("0" if course.first.code[-1] != "0" else "1"),
            course.learner(),
            at=course.at,
        )
    assert code_of(refusing) == "unknown_code"


def test_a_closed_course_takes_nobody(course: Course) -> None:
    cancel_activity(course.activity, reason="Mưa lũ", by=course.phuc, at=course.at)
    with pytest.raises(Refused) as refusing:
        sign_in(course.first.code, course.learner(), at=course.at)
    assert code_of(refusing) == "course_closed"
    with pytest.raises(Refused) as refusing:
        record_sheet(course.first, [course.learner()], by=course.phuc, at=course.at)
    assert (code_of(refusing), Attendance.objects.count()) == ("conflict_ended", 0)


@pytest.mark.parametrize(
    ("name", "code"), [("", "name_missing"), (" . ", "name_missing"), ("a" * 121, "name_too_long")]
)
def test_a_name_is_needed(course: Course, name: str, code: str) -> None:
    with pytest.raises(Refused) as refusing:
        sign_in(course.first.code, course.learner(name), at=course.at)
    assert (code_of(refusing), Attendance.objects.count()) == (code, 0)


def test_a_commune_of_another_province_is_refused(course: Course) -> None:
    hanoi = place("00070", "commune", course.at.date())
    assert hanoi is not None
    with pytest.raises(Refused) as refusing:
        sign_in(course.first.code, course.learner(place=hanoi), at=course.at)
    assert code_of(refusing) == "place_elsewhere"


def test_a_code_takes_so_many_people_and_no_more(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module(sign_in.__module__), "MOST_A_DAY", 2)
    for name in ("Một A", "Hai B"):
        sign_in(course.first.code, course.learner(name), at=course.at)
    with pytest.raises(Refused) as refusing:
        sign_in(course.first.code, course.learner("Ba C"), at=course.at)
    assert code_of(refusing) == "day_full"
    assert not sign_in(course.first.code, course.learner("Một A"), at=course.at)[1]


def test_a_sheet_is_entered_once_with_what_is_new(course: Course) -> None:
    sign_in(course.first.code, course.learner("Một A"), at=course.at)
    people = [
        course.learner("Một A"),
        course.learner("Hai B", Group.OFFICIAL),
        course.learner("Ba C", place=None),
    ]
    added, there = record_sheet(course.first, people, by=course.phuc, at=course.at)
    assert ([row.name for row in added], [row.name for row in there]) == (["Hai B", "Ba C"], ["Một A"])
    assert [(row.via, row.by) for row in added] == [(Via.SHEET, course.phuc)] * 2
    assert history(course.activity)[0].action == "activity.record_sheet"


def test_a_sheet_is_entered_whole_or_not_at_all(course: Course) -> None:
    with pytest.raises(Refused) as refusing:
        record_sheet(
            course.first, [course.learner("Một A"), course.learner("")], by=course.phuc, at=course.at
        )
    assert (code_of(refusing), Attendance.objects.count()) == ("name_missing", 0)


def test_a_sheet_needs_people_and_a_day_that_has_come(course: Course) -> None:
    with pytest.raises(Refused) as refusing:
        record_sheet(course.first, [], by=course.phuc, at=course.at)
    assert code_of(refusing) == "nobody"
    with pytest.raises(Refused) as refusing:
        record_sheet(course.second, [course.learner()], by=course.phuc, at=course.at)
    assert code_of(refusing) == "day_to_come"


@pytest.mark.parametrize("who", ["lan", "quang"])
def test_only_officers_enter_correct_and_withdraw(course: Course, who: str) -> None:
    row, _ = sign_in(course.first.code, course.learner(), at=course.at)
    person = getattr(course, who)
    for act in (
        lambda: record_sheet(course.first, [course.learner()], by=person, at=course.at),
        lambda: correct_attendance(row, course.learner("Khác"), reason="x", by=person, at=course.at),
        lambda: withdraw_attendance(row, reason="x", by=person, at=course.at),
    ):
        with pytest.raises(Refused) as refusing:
            act()
        assert code_of(refusing) == "not_keeper"


def test_a_name_is_put_right_with_a_reason_and_what_stood_there(course: Course) -> None:
    row, _ = sign_in(course.first.code, course.learner("Lý Thị My"), at=course.at)
    correct_attendance(
        row, course.learner("Lý Thị Mỷ", Group.OFFICIAL), reason="Gõ sai dấu", by=course.phuc, at=course.at
    )
    row.refresh_from_db()
    assert (row.name, row.name_key, row.group) == ("Lý Thị Mỷ", "lý thị mỷ", Group.OFFICIAL)
    entry = history(row)[0]
    assert (entry.action, entry.reason, entry.data["before"]["name"]) == (
        "attendance.correct",
        "Gõ sai dấu",
        "Lý Thị My",
    )


def test_a_correction_needs_a_reason_and_makes_no_double(course: Course) -> None:
    row, _ = sign_in(course.first.code, course.learner("Một A"), at=course.at)
    sign_in(course.first.code, course.learner("Hai B"), at=course.at)
    with pytest.raises(Refused) as refusing:
        correct_attendance(row, course.learner("Ba C"), reason=" ", by=course.phuc, at=course.at)
    assert code_of(refusing) == "reason_missing"
    with pytest.raises(Refused) as refusing:
        correct_attendance(row, course.learner("hai b"), reason="Sai", by=course.phuc, at=course.at)
    assert code_of(refusing) == "already_there"
    with pytest.raises(Refused) as refusing:
        correct_attendance(row, course.learner(""), reason="Sai", by=course.phuc, at=course.at)
    assert code_of(refusing) == "name_missing"


def test_what_is_withdrawn_counts_no_more_and_the_name_may_come_again(course: Course) -> None:
    row, _ = sign_in(course.first.code, course.learner(), at=course.at)
    with pytest.raises(Refused) as refusing:
        withdraw_attendance(row, reason="", by=course.phuc, at=course.at)
    assert code_of(refusing) == "reason_missing"
    withdraw_attendance(row, reason="Ghi nhầm", by=course.phuc, at=course.at)
    counted = attendances(Group.PRODUCER, first=FIRST, last=SECOND, place=course.scene.cast.province)
    assert (list(counted), history(row)[0].reason) == ([], "Ghi nhầm")
    for act in (
        lambda: withdraw_attendance(row, reason="Nữa", by=course.phuc, at=course.at),
        lambda: correct_attendance(row, course.learner(), reason="Nữa", by=course.phuc, at=course.at),
    ):
        with pytest.raises(Refused) as refusing:
            act()
        assert code_of(refusing) == "conflict_withdrawn"
    assert sign_in(course.first.code, course.learner(), at=course.at)[1]


def test_a_producer_is_meant_only_where_there_is_no_doubt(course: Course) -> None:
    row, _ = sign_in(course.first.code, course.learner("Một A", unit="Hợp tác xã dứa bản lầu"), at=course.at)
    assert row.producer == course.scene.producer
    course.scene.make_producer("Tổ hợp tác Dứa Bản Lầu", "15A8000999", course.scene.lan)
    assert (
        sign_in(course.first.code, course.learner("Hai B", unit="Dứa Bản Lầu"), at=course.at)[0].producer
        is None
    )
    assert (
        sign_in(course.first.code, course.learner("Ba C", unit="HTX Khác"), at=course.at)[0].producer is None
    )


def test_who_came_on_every_day_has_earned_a_certificate(course: Course) -> None:
    next_day = course.at + timedelta(days=1)
    sign_in(course.first.code, course.learner("Vàng A Tủa"), at=course.at)
    sign_in(course.second.code, course.learner("vàng a tủa"), at=next_day)
    sign_in(course.first.code, course.learner("Lý Thị Mỷ"), at=course.at)
    found = [(one.name, one.days, one.has_earned) for one in people_of_course(course.activity)]
    assert found == [("Lý Thị Mỷ", (FIRST,), False), ("vàng a tủa", (FIRST, SECOND), True)]
    course.activity.facts["days_needed"] = 1
    assert [one.has_earned for one in people_of_course(course.activity)] == [True, True]


def test_two_rows_of_one_person_on_one_day_cannot_be_kept(course: Course) -> None:
    from django.db import IntegrityError, transaction

    row, _ = sign_in(course.first.code, course.learner(place=None), at=course.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(
            activity=row.activity,
            day=date(2026, 11, 23),
            name="LÝ THỊ MỶ",
            group="producer",
            via="qr",
            at=course.at,
        )
