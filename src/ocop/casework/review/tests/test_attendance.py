"""Điểm danh."""

from __future__ import annotations

from ocop.casework.review import acts
from ocop.casework.review.tests.cast import refused


def test_attendance_is_written_once(room, at, later):
    meeting = room.planned()
    room.attend(meeting)
    assert acts.record_attendance(meeting, {room.chair: (True, "")}, by=room.thu, at=later) == []
    assert refused(acts.record_attendance, meeting, {room.chair: (True, "")}, by=room.hoa, at=at) == (
        "not_council_office"
    )
    acts.end_seat(room.members[0], reason="x", by=room.thu, at=at)
    assert refused(acts.record_attendance, meeting, {room.members[0]: (True, "")}, by=room.thu, at=later) == (
        "not_member"
    )
