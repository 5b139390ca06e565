"""Opinions in writing (article 7(6)(d); R26-38): asked of all, a last day, a meeting where they differ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Attendance, EarlierResult, Meeting
from ocop.casework.review.rules import MeetingKind
from ocop.casework.review.selectors import owes_answer
from ocop.casework.review.tests.cast import best, refused, worth
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.notifications.models import Message
from ocop.outlets.reports.calendar import events
from ocop.outlets.reports.selectors import extent_of

DUE = date(2026, 11, 27)
WRITTEN = {"kind": MeetingKind.WRITTEN_OPINION, "answers_due_on": DUE}


def _planned(room, *names):
    """A collection of opinions about products that are evaluated again."""
    meeting = acts.plan_meeting(
        room.council, title="Lấy ý kiến tháng 11", starts_at=room.at, by=room.thu, at=room.at, **WRITTEN
    )
    dossiers = [room.accepted(name) for name in names or ("Dứa sấy dẻo",)]
    Dossier.objects.update(kind=DossierKind.RENEWAL)
    room.put(meeting, Dossier.objects.filter(pk__in=[one.pk for one in dossiers]))
    return meeting


def _asked(room, *names):
    meeting = _planned(room, *names)
    acts.open_meeting(meeting, by=room.thu, at=room.at)
    room.declared(meeting)
    acts.open_all_items(meeting, by=room.thu, at=room.at)
    return Meeting.objects.get(pk=meeting.pk)


def _plan(room, **fields):
    known = {"title": "Lấy ý kiến", "starts_at": room.at, "by": room.thu, "at": room.at, **WRITTEN, **fields}
    return refused(acts.plan_meeting, room.council, **known)


@pytest.mark.parametrize("due", [None, date(2026, 11, 22)])
def test_written_opinions_have_a_last_day(room, due):
    assert _plan(room, answers_due_on=due) == "answers_due"
    assert not Meeting.objects.exists()


def test_a_meeting_has_no_last_day_for_opinions(room):
    meeting = acts.plan_meeting(
        room.council, title="Họp", starts_at=room.at, by=room.thu, at=room.at, answers_due_on=DUE
    )
    assert meeting.answers_due_on is None


def test_everybody_is_asked_without_a_list_of_attendance(room, at):
    meeting = _asked(room)
    assert set(Attendance.objects.filter(is_present=True).values_list("seat", flat=True)) == {
        seat.pk for seat in [*room.judges, room.secretary]
    }
    invited = Message.objects.filter(kind="review.planned", person=room.hoa).get()
    assert "Gửi ý kiến đến hết ngày 27/11/2026." in invited.body
    assert owes_answer(who_is(room.hoa, at), meeting)


def test_only_products_that_are_evaluated_again(room, at):
    meeting = acts.plan_meeting(room.council, title="Lấy ý kiến", starts_at=at, by=room.thu, at=at, **WRITTEN)
    report = room.paper("10-MH/BC-TTV", PaperKind.REPORT, days_ago=3)
    code = refused(acts.put_on_agenda, meeting, [room.accepted()], advisory_report=report, by=room.thu, at=at)
    assert (code, AgendaItem.objects.count()) == ("first_by_opinion", 0)


def test_who_has_not_answered_by_the_last_day_is_absent_and_the_rest_counts(room, at):
    meeting = _asked(room)
    item = room.item(meeting)
    for seat in room.judges[:3]:
        room.seal(item, seat.person, best(item.dossier))
    assert refused(acts.end_answers, meeting, by=room.thu, at=at) == "answers_still_due"
    assert refused(acts.end_answers, meeting, by=room.hoa, at=at) == "not_keeper"
    after = at + timedelta(days=5)
    acts.end_answers(meeting, by=room.thu, at=after)
    item = AgendaItem.objects.get()
    away = Attendance.objects.get(is_present=False)
    assert (item.state, len(item.result["sheets"])) == ("tallied", 3)
    assert (away.seat.person, away.note) == (room.chi, "không gửi ý kiến trước hạn")
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=after)
    said = Meeting.objects.get().minutes_content
    assert said["kind"] == "Lấy ý kiến bằng văn bản"
    assert said["absent"] == [
        "Đặng Chi, Sở Văn hoá, Thể thao và Du lịch, ủy viên: không gửi ý kiến trước hạn"
    ]
    assert said["rules"][-1] == (
        "Lấy ý kiến bằng văn bản đến hết ngày 27 tháng 11 năm 2026; ý kiến khác nhau quá mức trên thì họp"
    )


def test_too_few_answers_give_no_result_until_the_day_is_another(room, at):
    meeting = _asked(room)
    item = room.item(meeting)
    room.seal(item, room.son, best(item.dossier))
    after = at + timedelta(days=5)
    acts.end_answers(meeting, by=room.thu, at=after)
    away = Attendance.objects.filter(is_present=False)
    assert (AgendaItem.objects.get().state, away.count()) == ("scoring", 3)
    due = {"answers_due_on": date(2026, 12, 4)}

    def put(**fields):
        known = {**due, "reason": "x", "by": room.thu, "at": after}
        return refused(acts.set_answers_due, meeting, **{**known, **fields})

    assert (put(reason=" "), put(by=room.hoa)) == ("reason_missing", "not_council_office")
    assert put(answers_due_on=date(2026, 11, 24)) == "answers_due"
    acts.set_answers_due(meeting, **due, reason="Chưa đủ phiếu", by=room.thu, at=after)
    assert not Attendance.objects.filter(is_present=False).exists()
    assert Message.objects.filter(kind="review.answers_due").count() == 5
    entry = Entry.objects.get(action="meeting.answers_due")
    assert (entry.data["before"], entry.data["after"]) == ("2026-11-27", "2026-12-04")
    for seat in room.members:
        room.seal(item, seat.person, best(item.dossier), at=after)
    assert AgendaItem.objects.get().state == "tallied"


def test_opinions_that_differ_go_to_a_meeting_with_their_reason(room, at):
    meeting = _asked(room)
    item = room.seal_totals(room.item(meeting), 50, 65, 66, 71)
    proposed = Message.objects.filter(kind="review.divergence")
    assert (item.state, {one.person for one in proposed}) == ("disputed", {room.son, room.thu})
    assert refused(acts.refer_to_meeting, item, reason=" ", by=room.thu, at=at) == "reason_missing"
    assert refused(acts.refer_to_meeting, item, reason="x", by=room.hoa, at=at) == "not_keeper"
    acts.refer_to_meeting(item, reason="Khác nhau về cảm quan", by=room.thu, at=at)
    item = AgendaItem.objects.get()
    earlier = EarlierResult.objects.get()
    assert (item.state, item.total_exact, earlier.cause, earlier.spread) == ("removed", "", "referred", 21)
    assert Dossier.objects.get().state == "accepted"
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    assert Meeting.objects.get().minutes_content["removed"] == [
        "“Dứa sấy dẻo”: ý kiến khác nhau, chênh lệch 21 điểm, đưa ra phiên họp. Lý do: Khác nhau về cảm quan"
    ]
    again = acts.plan_meeting(room.council, title="Họp", starts_at=at, by=room.thu, at=at)
    assert len(room.put(again, [Dossier.objects.get()])) == 1


def test_a_meeting_refers_nothing_and_has_no_opinions_to_end(room, at):
    meeting = room.scoring()
    item = room.seal_totals(room.item(meeting), 50, 65, 66, 71)
    assert refused(acts.refer_to_meeting, item, reason="x", by=room.thu, at=at) == "not_by_opinion"
    assert refused(acts.end_answers, meeting, by=room.thu, at=at) == "not_by_opinion"
    assert refused(
        acts.set_answers_due, meeting, answers_due_on=DUE, reason="x", by=room.thu, at=at
    ) == "not_by_opinion"  # fmt: skip


def test_opinions_that_agree_are_not_referred(room, at):
    item = room.item(_asked(room))
    item = room.all_seal(item, worth(item.dossier, 65))
    assert refused(acts.refer_to_meeting, item, reason="x", by=room.thu, at=at) == "conflict_state"


def test_the_last_day_stands_in_the_calendar_until_one_has_answered(room, at):
    meeting = _asked(room)
    item = room.item(meeting)
    extent = extent_of(room.programme.province, 2026, at.date())

    def days(person):
        found = events(DUE, DUE, extent=extent, person=person, at=at)
        return [one.is_done for one in found if one.sort == "answers"]

    assert (days(room.hoa), days(room.cast.quang)) == ([False], [])
    room.seal(item, room.hoa, best(item.dossier))
    assert (days(room.hoa), days(room.bao)) == ([True], [False])
