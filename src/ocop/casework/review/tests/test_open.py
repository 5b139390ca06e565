"""Khai mạc: each refusal says which."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.review import acts
from ocop.casework.review.acts import opening_gaps
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.tests.cast import refused
from ocop.registers.rounds.acts import open_round


def test_opening(room, at):
    meeting = room.planned()
    room.attend(meeting)
    opened = acts.open_meeting(meeting, by=room.thu, at=at)
    assert (opened.state, opened.rules, opened.chaired_by, opened.recorded_by, opened.opened_at) == (
        "open", room.rules, room.chair, room.thu, at,
    )  # fmt: skip
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "conflict_state"


def test_only_keepers_open(room, at):
    meeting = room.planned()
    room.attend(meeting)
    for person in (room.hoa, room.phuc, room.scene.lan, room.cast.quang):
        assert refused(acts.open_meeting, meeting, by=person, at=at) == "not_keeper"


def test_quorum(room, at):
    meeting = room.planned()
    room.attend(meeting, absent=room.members[:1])  # three of four is enough
    assert [gap.code for gap in opening_gaps(meeting, at)] == []
    room.attend(meeting, absent=room.members[:2])
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "quorum_not_met"


def test_the_chair_must_attend(room, at):
    meeting = room.planned()
    room.attend(meeting, absent=[room.chair])
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "chair_absent"


def test_a_vice_chair_where_the_rules_allow_it(cast, at):
    from ocop.casework.review.tests.cast import Room

    room = Room(cast, at, chair_must_attend=False)
    vice = room.seat(cast.person("pho", "Hoàng Phó"), Function.VICE_CHAIR)
    meeting = room.planned()
    room.attend(meeting, absent=[room.chair])
    assert [gap.code for gap in opening_gaps(meeting, at)] == ["quorum_not_met", "chair_absent"]
    acts.record_attendance(meeting, {vice: (True, "")}, by=room.thu, at=at)
    assert acts.open_meeting(meeting, by=room.thu, at=at).chaired_by == vice


def test_a_chair_from_elsewhere_needs_a_written_authority(room, at, later):
    acts.end_seat(room.chair, reason="Ủy quyền", by=room.thu, at=at)
    head = room.cast.person("giamdoc", "Ngô Giám")
    seat = room.seat(head, Function.CHAIR, Agency.AGRICULTURE, starts_at=at)
    meeting = room.planned()
    acts.record_attendance(meeting, dict.fromkeys((*room.members, seat), (True, "")), by=room.thu, at=at)
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "chair_not_authorised"
    acts.end_seat(seat, reason="Ghi lại", by=room.thu, at=at)
    again = room.seat(
        head, Function.CHAIR, Agency.AGRICULTURE, starts_at=at,
        authorised_by=room.paper("09-MH/UQ", days_ago=1),
        ends_at=at + timedelta(hours=1),
    )  # fmt: skip
    acts.record_attendance(meeting, {again: (True, "")}, by=room.thu, at=at)
    assert [gap.code for gap in opening_gaps(meeting, at)] == []
    # an authority that expired blocks again
    assert "chair_absent" in [gap.code for gap in opening_gaps(meeting, at + timedelta(hours=2))]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"starts_on": 1}, "council_not_in_office"),
        ({"ends_on": -1}, "council_not_in_office"),
    ],
)
def test_the_council_must_be_in_office(room, at, change, code):
    meeting = room.planned()
    room.attend(meeting)
    for field, days in change.items():
        setattr(room.council, field, (at + timedelta(days=days)).date())
    room.council.save()
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == code


@pytest.mark.parametrize("field", ["established_by", "team_by"])
def test_papers_must_be_in_force_that_day(room, at, field):
    meeting = room.planned()
    room.attend(meeting)
    paper = getattr(room.council, field)
    paper.issued_on = (at + timedelta(days=1)).date()
    paper.save()
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "paper_not_in_force"


def test_rules_must_be_in_force(room, at):
    meeting = room.planned()
    room.attend(meeting)
    room.rules.effective_on = (at + timedelta(days=1)).date()
    room.rules.save()
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "no_working_rules"


def test_an_empty_agenda(room, at):
    meeting = acts.plan_meeting(room.council, title="Trống", starts_at=at, by=room.thu, at=at)
    room.attend(meeting)
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "agenda_empty"


def test_an_extra_round_must_be_in_the_rules(room, at):
    paper = room.paper("20-MH/KH")
    extra = open_round(
        room.programme, regulation_code="qd-26-2026", year=2026, number=3, by=room.phuc, at=at, plan=paper,
        rules=paper,
        proposed_before=at.date(), held_before=(at + timedelta(days=30)).date(),
    )  # fmt: skip
    meeting = room.planned(round=extra)
    room.attend(meeting)
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "extra_round_not_provided"
