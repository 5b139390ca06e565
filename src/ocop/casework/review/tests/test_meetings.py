"""Planning, agenda, attendance and opening; each refusal says which."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review import acts
from ocop.casework.review.acts import opening_gaps
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.rules import Agency, Function
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.registers.programme.actions import open_round, settle_boundary
from ocop.registers.programme.rules import RoundName


def _refused(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.refusal.code


def test_members_are_invited(room, at):
    acts.plan_meeting(room.council, title="Phiên họp", starts_at=at, by=room.thu, at=at)
    told = Message.objects.filter(kind="review.planned").values_list("person__username", flat=True)
    assert sorted(told) == ["bao", "chi", "hoa", "son", "thu"]


def test_only_the_office_plans(room, at):
    for person in (room.hoa, room.son, room.cast.quang):
        code = _refused(acts.plan_meeting, room.council, title="X", starts_at=at, by=person, at=at)
        assert code == "not_council_office"
    assert (
        _refused(acts.plan_meeting, room.council, title=" ", starts_at=at, by=room.thu, at=at)
        == "title_missing"
    )


def test_the_agenda_takes_accepted_dossiers_only(room, at):
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    assert list(meeting.items.values_list("position", "sample_no")) == [(1, "01"), (2, "02")]
    assert set(Dossier.objects.values_list("state", flat=True)) == {"scheduled"}
    assert _refused(room.put, meeting, [Dossier.objects.first()]) == "conflict_state"
    assert AgendaItem.objects.count() == 2


def test_a_proposal_of_a_limit_day_waits_for_a_decision(room, at):
    dossier = room.accepted()
    limit = date(at.year, 10, 30)
    dossier.intake_checks.update(proposed_on=limit)
    meeting = acts.plan_meeting(room.council, title="Phiên họp", starts_at=at, by=room.thu, at=at)
    assert _refused(room.put, meeting, [dossier]) == "round_undecided"
    settle_boundary(
        room.council.programme,
        proposed_on=limit,
        to=RoundName(at.year, 2),
        reference="12-MH/SNN",
        by=room.scene.phuc,
        at=at,
    )
    assert len(room.put(meeting, [dossier])) == 1


def test_taking_off_the_agenda(room, at):
    meeting = room.planned()
    item = room.item(meeting)
    assert _refused(acts.remove_from_agenda, item, reason="", by=room.thu, at=at) == "reason_missing"
    acts.remove_from_agenda(item, reason="Thiếu mẫu", by=room.thu, at=at)
    assert Dossier.objects.get().state == "accepted"
    assert _refused(room.put, meeting, [Dossier.objects.get()]) == "conflict_removed_before"


def test_a_product_with_a_sealed_sheet_stays_on_the_agenda(room, at):
    from ocop.casework.review.tests.cast import worth

    meeting = room.scoring()
    item = room.item(meeting)
    room.seal(item, room.hoa, worth(item.dossier, 60))
    assert _refused(acts.remove_from_agenda, item, reason="x", by=room.thu, at=at) == "sheets_already_sealed"


def test_the_order(room, at):
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    first, second = meeting.items.all()
    acts.order_agenda(meeting, [str(second.key), str(first.key)], by=room.thu, at=at)
    assert list(meeting.items.all()) == [second, first]
    assert _refused(acts.order_agenda, meeting, [str(first.key)], by=room.thu, at=at) == "conflict_agenda"


def test_opening(room, at):
    meeting = room.planned()
    room.attend(meeting)
    opened = acts.open_meeting(meeting, by=room.thu, at=at)
    assert (opened.state, opened.rules, opened.chaired_by, opened.recorded_by, opened.opened_at) == (
        "open", room.rules, room.chair, room.thu, at,
    )  # fmt: skip
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "conflict_state"


def test_only_keepers_open(room, at):
    meeting = room.planned()
    room.attend(meeting)
    for person in (room.hoa, room.phuc, room.scene.lan, room.cast.quang):
        assert _refused(acts.open_meeting, meeting, by=person, at=at) == "not_keeper"


def test_quorum(room, at):
    meeting = room.planned()
    room.attend(meeting, absent=room.members[:1])  # three of four is enough
    assert [gap.code for gap in opening_gaps(meeting, at)] == []
    room.attend(meeting, absent=room.members[:2])
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "quorum_not_met"


def test_the_chair_must_attend(room, at):
    meeting = room.planned()
    room.attend(meeting, absent=[room.chair])
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "chair_absent"


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
    acts.end_seat(room.chair, reason="Uỷ quyền", by=room.thu, at=at)
    head = room.cast.person("giamdoc", "Ngô Giám")
    seat = room.seat(head, Function.CHAIR, Agency.AGRICULTURE, starts_at=at)
    meeting = room.planned()
    acts.record_attendance(meeting, dict.fromkeys((*room.members, seat), (True, "")), by=room.thu, at=at)
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "chair_not_authorised"
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
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == code


@pytest.mark.parametrize("field", ["established_by", "team_by"])
def test_papers_must_be_in_force_that_day(room, at, field):
    meeting = room.planned()
    room.attend(meeting)
    paper = getattr(room.council, field)
    paper.issued_on = (at + timedelta(days=1)).date()
    paper.save()
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "paper_not_in_force"


def test_rules_must_be_in_force(room, at):
    meeting = room.planned()
    room.attend(meeting)
    room.rules.effective_on = (at + timedelta(days=1)).date()
    room.rules.save()
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "no_working_rules"


def test_an_empty_agenda(room, at):
    meeting = acts.plan_meeting(room.council, title="Trống", starts_at=at, by=room.thu, at=at)
    room.attend(meeting)
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "agenda_empty"


def test_an_extra_round_must_be_in_the_rules(room, at):
    paper = room.paper("20-MH/KH")
    extra = open_round(
        room.programme, regulation_code="qd-26-2026", year=2026, number=3, by=room.phuc, at=at, plan=paper,
        rules=paper,
        proposed_before=at.date(), held_before=(at + timedelta(days=30)).date(),
    )  # fmt: skip
    meeting = room.planned(round=extra)
    room.attend(meeting)
    assert _refused(acts.open_meeting, meeting, by=room.thu, at=at) == "extra_round_not_provided"


def test_cancelling_lets_the_dossiers_wait(room, at):
    meeting = room.planned()
    assert _refused(acts.cancel_meeting, meeting, reason="", by=room.thu, at=at) == "reason_missing"
    assert _refused(acts.cancel_meeting, meeting, reason="x", by=room.hoa, at=at) == "not_council_office"
    acts.cancel_meeting(meeting, reason="Bão", by=room.thu, at=at)
    assert (Meeting.objects.get().state, Dossier.objects.get().state) == ("cancelled", "accepted")
    assert Message.objects.filter(kind="review.cancelled").count() == 5


def test_attendance_is_written_once(room, at, later):
    meeting = room.planned()
    room.attend(meeting)
    assert acts.record_attendance(meeting, {room.chair: (True, "")}, by=room.thu, at=later) == []
    assert _refused(acts.record_attendance, meeting, {room.chair: (True, "")}, by=room.hoa, at=at) == (
        "not_council_office"
    )
    acts.end_seat(room.members[0], reason="x", by=room.thu, at=at)
    assert _refused(
        acts.record_attendance, meeting, {room.members[0]: (True, "")}, by=room.thu, at=later
    ) == ("not_member")
