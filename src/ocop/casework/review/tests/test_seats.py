"""Thêm thành viên, kết thúc nhiệm vụ: one seat a person, one chair a council."""

from __future__ import annotations

from datetime import timedelta

from ocop.casework.review import acts
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.selectors import agencies_missing, members_of
from ocop.casework.review.tests.cast import refused


def test_seats(room, at):
    assert refused(room.seat, room.hoa, Function.MEMBER) == "conflict_seat"
    assert refused(room.seat, room.cast.quang, Function.CHAIR) == "conflict_chair"
    code = refused(
        room.seat, room.cast.quang, Function.MEMBER, ends_at=room.cast.long_ago - timedelta(days=1)
    )
    assert code == "period_ends_before_start"


def test_a_seat_that_ended_lets_nobody_in_the_next_minute(room, at, later):
    assert refused(acts.end_seat, room.members[0], reason=" ", by=room.thu, at=at) == "reason_missing"
    acts.end_seat(room.members[0], reason="Nghỉ hưu", by=room.thu, at=at)
    assert room.hoa not in [seat.person for seat in members_of(room.council, later)]
    assert (
        refused(acts.end_seat, room.members[0], reason="Lại", by=room.thu, at=later) == "conflict_seat_ended"
    )
    room.seat(room.hoa, Function.MEMBER, starts_at=later)


def test_missing_departments_are_a_warning(room, at):
    assert agencies_missing(room.council, at) == [Agency.AGRICULTURE, Agency.SCIENCE, Agency.AGRICULTURE_UNIT]
