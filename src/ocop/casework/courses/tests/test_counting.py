"""Who learned, as the plan of a year counts it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.courses.selectors import attendances
from ocop.casework.support import acts
from ocop.casework.support.tests.cast import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast, at):
    return Desk(cast, at)


def year(desk, **fields):
    return {"first": date(2026, 1, 1), "last": date(2026, 12, 31), "place": desk.province} | fields


def test_learners_are_counted_apart_and_by_their_day(desk):
    activity = desk.running()
    for name, group, day in (
        ("Mỷ", "producer", desk.today), ("Sử", "producer", desk.today - timedelta(days=1)),
        ("Páo", "official", desk.today),
    ):  # fmt: skip
        activity.attendances.create(name=name, group=group, day=day, via="sheet", at=desk.at)
    counted = {group: attendances(group, **year(desk)).count() for group in ("producer", "official")}
    assert counted == {"producer": 2, "official": 1}
    assert attendances("producer", **year(desk, first=desk.today)).count() == 1
    assert attendances("producer", **year(desk, place=desk.other_commune)).count() == 0


def test_learners_of_a_cancelled_course_do_not_count(desk):
    activity = desk.running()
    activity.attendances.create(name="Mỷ", group="producer", day=desk.today, via="qr", at=desk.at)
    acts.cancel_activity(activity, reason="Thôi.", by=desk.phuc, at=desk.at)
    assert attendances("producer", **year(desk)).count() == 0
