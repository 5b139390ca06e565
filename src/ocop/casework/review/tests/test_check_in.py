"""Ghi tôi có mặt: the code of the door lets in whoever has a seat, for two minutes, at its own meeting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ocop.casework.review import acts
from ocop.casework.review.models import Attendance, AttendanceMark, Meeting
from ocop.casework.review.rules.presence import is_taken, period_of
from ocop.casework.review.selectors.presence import code_of, is_code_of
from ocop.casework.review.tests.cast import refused


def test_a_code_holds_for_two_minutes(at):
    period = period_of(at)
    held = [is_taken(period, at + timedelta(seconds=60 * n)) for n in (-1, 0, 1, 2)]
    assert held == [False, True, True, False]


def test_a_member_is_written_down_by_the_own_hand(room, at):
    meeting = room.planned()
    acts.check_in(meeting, code=code_of(meeting, at), by=room.hoa, at=at)
    acts.check_in(meeting, code=code_of(meeting, at), by=room.hoa, at=at)
    row = Attendance.objects.get()
    assert (row.seat.person, row.is_present, row.by) == (room.hoa, True, room.hoa)
    acts.record_attendance(meeting, {row.seat: (False, "ra về")}, by=room.thu, at=at)
    marks = list(AttendanceMark.objects.order_by("pk").values_list("is_present", "by"))
    assert marks == [(True, room.hoa.pk), (False, room.thu.pk)]


@pytest.mark.parametrize("case", ["old", "forged", "empty", "other"])
def test_a_code_that_is_not_shown_now(room, at, case):
    meeting = room.planned()
    code = {"old": code_of(meeting, at - timedelta(minutes=3)), "forged": f"{meeting.key}:1:x", "empty": ""}
    if case == "other":
        other = acts.plan_meeting(room.council, title="Khác", starts_at=at, by=room.thu, at=at)
        code["other"] = code_of(other, at)
    assert not is_code_of(meeting, code[case], at)
    assert refused(acts.check_in, meeting, code=code[case], by=room.hoa, at=at) == "code_expired"
    assert Attendance.objects.count() == 0


def test_without_a_seat(room, at):
    meeting = room.planned()
    assert refused(acts.check_in, meeting, code=code_of(meeting, at), by=room.phuc, at=at) == "not_member"


def test_from_the_wall_to_the_list(room, client):
    meeting = room.planned()
    client.force_login(room.hoa)
    assert client.get(reverse("review:door", args=[meeting.key])).status_code == 403
    client.force_login(room.thu)
    page = client.get(reverse("review:door", args=[meeting.key]))
    assert (page.status_code, "<svg" in page.content.decode()) == (200, True)
    client.force_login(room.hoa)
    url = reverse("review:check_in", args=[meeting.key])
    code = code_of(Meeting.objects.get(), timezone.now())
    form = client.get(url, {"ma": code}).content.decode()
    assert code in form
    assert client.post(url, {"code": code}).status_code == 302
    assert Attendance.objects.get().seat.person == room.hoa
