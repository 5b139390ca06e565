"""Lên lịch phiên họp."""

from __future__ import annotations

from ocop.casework.review import acts
from ocop.casework.review.tests.cast import refused
from ocop.foundation.notifications.models import Message


def test_members_are_invited(room, at):
    acts.plan_meeting(room.council, title="Phiên họp", starts_at=at, by=room.thu, at=at)
    told = Message.objects.filter(kind="review.planned").values_list("person__username", flat=True)
    assert sorted(told) == ["bao", "chi", "hoa", "son", "thu"]


def test_only_the_office_plans(room, at):
    for person in (room.hoa, room.son, room.cast.quang):
        code = refused(acts.plan_meeting, room.council, title="X", starts_at=at, by=person, at=at)
        assert code == "not_council_office"
    assert (
        refused(acts.plan_meeting, room.council, title=" ", starts_at=at, by=room.thu, at=at)
        == "title_missing"
    )
