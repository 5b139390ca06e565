"""A re-evaluation comes before a meeting with the reason why (article 7(6)(d)); the minutes say it."""

from __future__ import annotations

from typing import Any

import pytest

from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.papers import minutes_data
from ocop.casework.review.rules import MeetingKind
from ocop.casework.review.selectors import agenda
from ocop.casework.review.tests.cast import Room, refused, worth
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.rules import PaperKind

WHY = "Thành viên có nhiều ý kiến khác nhau về bao bì mới"


@pytest.fixture
def room(cast: Any, at: Any) -> Room:
    return Room(cast, at)


def together(room: Room, **given: Any) -> list[AgendaItem]:
    """A renewal and a first dossier put before one meeting."""
    first = room.accepted("Dứa tươi")
    renewal = room.scene.to_province(room.scene.renewal())
    meeting = acts.plan_meeting(
        room.council, title="Phiên họp", starts_at=room.at, by=room.thu, at=room.at, venue="Phòng 1"
    )
    report = room.paper("10-MH/BC-TTV", PaperKind.REPORT, days_ago=3)
    return acts.put_on_agenda(
        meeting, [renewal, first], advisory_report=report, by=room.thu, at=room.at, **given
    )


def test_without_the_reason_it_is_refused(room: Room) -> None:
    assert refused(together, room) == "meeting_reason_missing"
    assert not AgendaItem.objects.exists()


def test_opinions_in_writing_need_none(room: Room) -> None:
    renewal = room.scene.to_province(room.scene.renewal())
    meeting = acts.plan_meeting(
        room.council, title="Lấy ý kiến", starts_at=room.at, by=room.thu, at=room.at,
        kind=MeetingKind.WRITTEN_OPINION, answers_due_on=room.at.date(),
    )  # fmt: skip
    (item,) = room.put(meeting, [renewal])
    assert item.meeting_reason == ""


def test_one_that_opinions_referred_brings_its_reason(room: Room) -> None:
    renewal = room.scene.to_province(room.scene.renewal())
    first = acts.plan_meeting(
        room.council, title="Lấy ý kiến", starts_at=room.at, by=room.thu, at=room.at,
        kind=MeetingKind.WRITTEN_OPINION, answers_due_on=room.at.date(),
    )  # fmt: skip
    room.put(first, [renewal])
    acts.open_meeting(first, by=room.thu, at=room.at)
    room.declared(first)
    acts.open_all_items(first, by=room.thu, at=room.at)
    item = room.seal_totals(room.item(first), 50, 65, 66, 71)
    acts.refer_to_meeting(item, reason=WHY, by=room.thu, at=room.at)
    second = acts.plan_meeting(
        room.council, title="Phiên họp", starts_at=room.at, by=room.thu, at=room.at, venue="Phòng 1"
    )
    (again,) = room.put(second, [type(renewal).objects.get(pk=renewal.pk)])
    assert again.meeting_reason == WHY


def test_renewals_and_new_products_share_a_meeting(room: Room) -> None:
    items = together(room, meeting_reason=WHY)
    assert [item.meeting_reason for item in items] == [WHY, ""]
    assert history(items[0])[0].reason == WHY


def test_the_minutes_say_why(room: Room) -> None:
    meeting = together(room, meeting_reason=WHY)[0].meeting
    room.attend(meeting)
    acts.open_meeting(meeting, by=room.thu, at=room.at)
    meeting = Meeting.objects.get(pk=meeting.pk)
    room.declared(meeting)
    acts.open_all_items(meeting, by=room.thu, at=room.at)
    for item in meeting.items.all():
        room.all_seal(item, worth(item.dossier, 60))
    data = minutes_data(meeting, agenda(meeting), number="05-MH/BB-HĐ", note="", at=room.at)
    said = [[line for line in one["lines"] if WHY in line] for one in data["details"]]
    assert said == [
        [f"Đánh giá lại, họp trực tiếp (điểm d khoản 6 Điều 7). Lý do: {WHY}"],
        [],
    ]
