"""What is put right before a meeting: day, hour and place; a council's papers; its seats."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ocop.casework.review import acts
from ocop.casework.review.models import Meeting, Seat
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.selectors import bench, waiting
from ocop.casework.review.tests.cast import refused, worth
from ocop.foundation.accounts.rules import Level
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.models import Place
from ocop.outlets.portal.first_steps import start
from ocop.outlets.reports.calendar import as_ics, events
from ocop.outlets.reports.selectors import extent_of


def calendar(room, at) -> list[str]:
    """The lines of the calendar file for the chair."""
    extent = extent_of(room.cast.province, at.year, at.date())
    days = (at.date() - timedelta(days=30), at.date() + timedelta(days=60))
    found = events(*days, extent=extent, person=room.son, at=at)
    return as_ics([one for one in found if one.sort == "meeting"], "https://ocop.vn", at).split("\r\n")


def test_a_meeting_gets_another_day_and_calendars_follow(room, at):
    meeting = acts.plan_meeting(
        room.council, title="Đợt 2", starts_at=at + timedelta(days=1), venue="Phòng 1", by=room.thu, at=at
    )
    new = {"title": "Đợt 2", "starts_at": at + timedelta(days=3, hours=1), "venue": "Hội trường"}
    give = {**new, "reason": "Bão", "by": room.thu, "at": at}
    for changes, code in (
        ({"by": room.hoa}, "not_council_office"),
        ({"reason": " "}, "reason_missing"),
        ({"title": " "}, "title_missing"),
        ({"starts_at": at - timedelta(days=1)}, "day_in_the_past"),
        ({"starts_at": at - timedelta(minutes=1)}, "hour_in_the_past"),
        ({"starts_at": at + timedelta(days=1), "venue": "Phòng 1"}, "nothing_changed"),
    ):
        assert refused(acts.reschedule_meeting, meeting, **{**give, **changes}) == code
    acts.reschedule_meeting(meeting, **give)
    entry = Entry.objects.get(action="meeting.reschedule")
    assert (entry.data["before"]["venue"], entry.data["after"]["venue"], entry.reason) == (
        "Phòng 1", "Hội trường", "Bão",
    )  # fmt: skip
    told = Message.objects.filter(kind="review.rescheduled").values_list("person__username", flat=True)
    assert sorted(told) == ["bao", "chi", "hoa", "son", "thu"]
    lines = calendar(room, at)
    assert [line for line in lines if line.startswith(("DTSTART", "LOCATION", "SEQUENCE"))] == [
        "DTSTART:20261126T030000Z", "LOCATION:Hội trường", "SEQUENCE:1",
    ]  # fmt: skip
    acts.postpone_meeting(meeting, reason="Chưa có phòng", by=room.thu, at=at)
    assert [line for line in calendar(room, at) if line.startswith("DTSTART")] == []
    assert refused(acts.postpone_meeting, meeting, reason="x", by=room.thu, at=at) == "meeting_postponed"
    room.put(meeting, [room.accepted()])
    room.attend(meeting)
    assert refused(acts.open_meeting, meeting, by=room.thu, at=at) == "meeting_postponed"
    acts.reschedule_meeting(meeting, **give)
    meeting = Meeting.objects.get()
    assert (meeting.state, meeting.times_changed) == ("planned", 3)
    acts.open_meeting(meeting, by=room.thu, at=at)
    assert refused(acts.reschedule_meeting, meeting, **give) == "conflict_state"


def test_a_council_out_of_office_or_of_an_abolished_unit_is_not_called(room, at):
    day = {"starts_at": at + timedelta(days=1), "by": room.thu, "at": at}
    plan = acts.plan_meeting
    type(room.council).objects.update(ends_on=at.date())
    room.council.refresh_from_db()
    assert refused(plan, room.council, title="X", **day) == "council_not_in_office"
    district = Place.objects.filter(level="district", valid_to__lt=at.date()).first()
    room.council.level, room.council.place, room.council.ends_on = Level.DISTRICT.value, district, None
    room.council.save()
    assert refused(plan, room.council, title="X", **day) == "unit_abolished"


def test_an_hour_of_today_that_is_over_must_be_meant(room, at):
    begun = {"title": "X", "starts_at": at - timedelta(hours=1), "by": room.thu, "at": at}
    assert refused(acts.plan_meeting, room.council, **begun) == "hour_in_the_past"
    acts.plan_meeting(room.council, has_begun=True, **begun)


def right(council, **changes):
    """What stands on record of a council, with changes."""
    return {
        "name": council.name, "established_no": council.established_by.number,
        "established_on": council.established_by.issued_on, "team_no": council.team_by.number,
        "team_on": council.team_by.issued_on, "starts_on": council.starts_on, "ends_on": council.ends_on,
        "reason": "Gõ nhầm", **changes,
    }  # fmt: skip


def test_a_council_has_its_papers_put_right(room, at):
    council = room.council
    day = council.established_by.issued_on
    know = {"by": room.thu, "at": at}
    for changes, code in (
        ({}, "nothing_changed"),
        ({"reason": " "}, "reason_missing"),
        ({"ends_on": council.starts_on - timedelta(days=1)}, "term_ends_before_start"),
        ({"established_on": at.date() + timedelta(days=1)}, "paper_from_the_future"),
    ):
        assert refused(acts.correct_council, council, **right(council, **changes), **know) == code
        council.refresh_from_db()
    stranger = {**right(council), "by": room.hoa, "at": at}
    assert refused(acts.correct_council, council, **stranger) == "not_council_office"
    new = right(council, name="Hội đồng OCOP tỉnh", established_no="21-MH/QĐ-UBND", established_on=day)
    acts.correct_council(council, **new, **know)
    council.refresh_from_db()
    assert (council.name, council.established_by.number) == ("Hội đồng OCOP tỉnh", "21-MH/QĐ-UBND")
    assert not Paper.objects.filter(number="01-MH/QĐ-UBND").exists()
    entry = Entry.objects.get(action="council.correct")
    assert (entry.reason, entry.data["established_no"]) == ("Gõ nhầm", ["01-MH/QĐ-UBND", "21-MH/QĐ-UBND"])


def test_a_seat_begins_by_one_decision_and_ends_by_another(client, room, at, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: at)
    client.force_login(room.thu)
    chi = room.members[2]
    url = reverse("review:end_seat", args=[chi.pk])
    assert client.post(url, {"reason": "Nghỉ hưu"}).status_code == 422  # which decision?
    sent = {"reason": "Nghỉ hưu", "decision_no": "40-MH/QĐ-UBND", "decision_on": "20/11/2026"}
    assert client.post(url, sent).status_code == 302
    chi.refresh_from_db()
    assert (chi.ends_at, chi.ended_by.number, chi.end_reason) == (at, "40-MH/QĐ-UBND", "Nghỉ hưu")
    room.cast.person("phin", "Giàng Phin")
    sent = {
        "person": "phin", "function": "member", "agency": "culture", "replaces": chi.pk,
        "decision_no": "40-MH/QĐ-UBND", "decision_on": "20/11/2026",
    }  # fmt: skip
    assert client.post(reverse("review:seat_member", args=[room.council.pk]), sent).status_code == 302
    phin = Seat.objects.get(person__username="phin")
    assert (phin.replaces, phin.seated_by, phin.starts_at) == (chi, chi.ended_by, at)
    page = client.get(room.council.get_absolute_url()).content.decode()
    assert page.count("40-MH/QĐ-UBND") == 2
    hoang = room.cast.person("hoang", "Lù Hoàng")
    sent = {"person": "hoang", "function": "member", "agency": "other", "decision_no": "41-MH/QĐ-UBND"}
    sent["decision_on"] = "20/11/2026"
    assert client.post(reverse("review:seat_member", args=[room.council.pk]), sent).status_code == 302
    began = timezone.localtime(Seat.objects.get(person=hoang).starts_at)
    assert (began.date(), began.hour) == (date(2026, 11, 20), 0)
    again = {"function": Function.MEMBER, "replaces": chi, "by": room.thu, "at": at}
    other = room.cast.person("other", "Ma Khác")
    assert refused(acts.seat_member, room.council, other, **again) == "seat_taken"
    again["replaces"] = room.members[0]
    assert refused(acts.seat_member, room.council, other, **again) == "seat_still_held"


def test_a_seat_has_agency_and_authority_put_right(room, at):
    seat, know = room.chair, {"by": room.thu, "at": at}
    new = {
        "agency": Agency.AGRICULTURE, "agency_name": "Phó giám đốc Sở", "authorised_no": "45-MH/UQ-UBND",
        "authorised_on": date(2026, 11, 20), "reason": "Ghi nhầm cơ quan",
    }  # fmt: skip
    assert refused(acts.correct_seat, seat, **{**new, "reason": " "}, **know) == "reason_missing"
    acts.correct_seat(seat, **new, **know)
    seat.refresh_from_db()
    assert (seat.agency, seat.agency_name, seat.authorised_by.number) == (
        "agriculture", "Phó giám đốc Sở", "45-MH/UQ-UBND",
    )  # fmt: skip
    assert refused(acts.correct_seat, seat, **new, **know) == "nothing_changed"
    acts.end_seat(seat, reason="x", **know)
    assert refused(acts.correct_seat, seat, **new, **know) == "conflict_seat_ended"


def test_who_takes_a_place_that_has_judged_does_not_judge_again(room, at):
    meeting = room.scoring("Dứa sấy dẻo", "Mận sấy")
    first, second = room.item(meeting), room.item(meeting, 2)
    room.seal(first, room.chi, worth(first.dossier, 60))
    acts.end_seat(room.members[2], reason="x", by=room.phuc, at=at)
    phin = room.cast.person("phin", "Giàng Phin")
    seat = acts.seat_member(
        room.council, phin, function=Function.MEMBER, replaces=room.members[2], by=room.phuc, at=at
    )
    acts.record_attendance(meeting, {seat: (True, "")}, by=room.thu, at=at)
    acts.declare({item: acts.Word(False) for item in (first, second)}, by=phin, at=at)
    assert refused(acts.save_choice, first, criterion="1.1", choice=1, by=phin, at=at) == "place_has_sealed"
    acts.save_choice(second, criterion="1.1", choice=1, by=phin, at=at)
    for item, waits in ((first, 3), (second, 4)):
        found = bench(item, at)
        assert (found.quorum.members, len(found.judges), len(found.waiting_for)) == (4, 4, waits)


def test_members_see_their_meetings_and_not_the_way_of_a_producer(client, room, at, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: at)
    acts.plan_meeting(
        room.council, title="Đợt 2", starts_at=at + timedelta(days=14), venue="Phòng 1", by=room.thu, at=at
    )
    for person in (room.son, room.hoa):
        found = [one for one in waiting(person, at) if one.key == "review.attend"]
        assert [(one.items[0].title, one.items[0].days_left) for one in found] == [("Đợt 2", 14)]
        assert start(person, [], None, at).steps == []
        client.force_login(person)
        page = client.get("/viec/").content.decode()
        assert ("Đợt 2" in page, "Đăng ký chủ thể" in page) == (True, False)


@pytest.mark.parametrize("shown", ["", "named", "numbered"])
def test_scores_are_named_or_numbered_by_the_rules_of_the_council(room, at, shown):
    type(room.rules).objects.update(members_shown=shown)
    meeting = room.scoring()
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60))
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    said = Meeting.objects.get().minutes_content
    names = {row[0] for row in said["scores"][0]["rows"]}
    if shown == "numbered":
        assert names == {f"Thành viên số {number}" for number in (1, 2, 3, 4)}
        assert "Bảng điểm ghi số của thành viên, không ghi họ tên" in said["rules"]
    else:
        assert names == {"Lê Sơn", "Lý Thị Hoa", "Vàng Bảo", "Đặng Chi"}
        default = ", theo mặc định vì quy chế không quy định" if not shown else ""
        assert f"Bảng điểm ghi họ tên thành viên{default}" in said["rules"]


def test_opening_all_goes_when_nothing_waits(client, room, at, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: at)
    meeting = room.opened("Dứa sấy dẻo")
    client.force_login(room.thu)
    url = reverse("review:open_all", args=[meeting.key])
    assert url in client.get(meeting.get_absolute_url()).content.decode()
    acts.open_all_items(meeting, by=room.thu, at=at)
    assert url not in client.get(meeting.get_absolute_url()).content.decode()


def test_a_declined_correction_leaves_the_sheet(room, at):
    item = room.item(room.scoring())
    room.seal(item, room.hoa, worth(item.dossier, 60))
    asked = acts.ask_correction(item, choices={"1.1": None}, reason="Nhầm", by=room.hoa, at=at)
    assert refused(acts.decline_correction, asked, reason=" ", by=room.son, at=at) == "reason_missing"
    assert refused(acts.decline_correction, asked, reason="x", by=room.thu, at=at) == "not_chair"
    acts.decline_correction(asked, reason="Không có căn cứ", by=room.son, at=at)
    asked.refresh_from_db()
    assert (asked.state, asked.answer, asked.made) == ("declined", "Không có căn cứ", None)
    assert refused(acts.allow_correction, asked, by=room.son, at=at) == "conflict_state"
    assert Message.objects.get(kind="review.correction_declined").person == room.hoa
