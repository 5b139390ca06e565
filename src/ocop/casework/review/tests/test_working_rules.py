"""What each working rule does to a meeting, and that the minutes print it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.rules import ResolutionKind
from ocop.casework.review.rules.presets import PRESETS
from ocop.casework.review.selectors import bench, board, late_packs, pack_due_on, tally_of
from ocop.casework.review.tests.cast import Room, best, refused
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.notifications.models import Message
from ocop.kernel.calendar import working_day_before


def _minutes(room, item):
    if item.state == "disputed":
        known = {"kind": ResolutionKind.SPREAD, "by": room.son, "at": room.at}
        acts.record_resolution(item, text="Giữ kết quả.", **known)
    meeting = Meeting.objects.get()
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", closing_note="", by=room.thu, at=room.at)
    return Meeting.objects.get().minutes_content


@pytest.mark.parametrize(("boundary", "state"), [("over", "tallied"), ("reached", "disputed")])
def test_a_spread_of_just_the_limit(cast, at, boundary, state):
    room = Room(cast, at, spread_boundary=boundary)
    item = room.seal_totals(room.item(room.scoring()), 60, 62, 65, 70)
    assert (item.state, item.spread) == (state, 10)
    said = {"over": "không quá 10 điểm", "reached": "phải dưới 10 điểm"}[boundary]
    assert f"Chênh lệch giữa phiếu cao nhất và thấp nhất {said}" in _minutes(room, item)["rules"]


@pytest.mark.parametrize(("extremes", "total"), [("kept", "311/5"), ("dropped", "62")])
def test_extremes_of_five_sheets_leave_the_mean(cast, at, extremes, total):
    room = Room(cast, at, extremes=extremes)
    room.members.append(room.seat(cast.person("giang", "Mẫu Giang"), "member"))
    item = room.seal_totals(room.item(room.scoring()), 60, 61, 62, 63, 65)
    assert item.total_exact == total
    left = [row["total"] for row in item.result["members"] if row.get("leaves_mean")]
    said = _minutes(room, item)
    notes = [row[-1] for row in said["scores"][0]["rows"]]
    out = "không tính vào trung bình: cao nhất hoặc thấp nhất"
    wanted = {"kept": ([], 0), "dropped": ([60, 65], 2)}[extremes]
    assert (left, notes.count(out)) == wanted


def test_as_many_passes_as_the_rules_say(cast, at):
    room = Room(cast, at, passes_most=1)
    item = room.seal_totals(room.item(room.scoring()), 50, 65, 66, 71)
    acts.order_rescoring(item, reason="Lệch nhiều", by=room.thu, at=at)
    for seat in room.judges:
        acts.seal_sheet(AgendaItem.objects.get(), by=seat.person, at=at)
    item = AgendaItem.objects.get()
    assert (item.state, item.pass_no) == ("disputed", 2)
    assert refused(acts.order_rescoring, item, reason="Vẫn lệch", by=room.thu, at=at) == "passes_over"
    assert AgendaItem.objects.get().pass_no == 2
    said = _minutes(room, item)["rules"]
    assert [line for line in said if line.endswith("; chấm lại nhiều nhất 1 lượt")] != []


def test_a_chair_who_does_not_score_still_presides_and_declares(cast, at, client):
    room = Room(cast, at, scorers="without_chair")
    meeting = room.scoring()
    item = room.item(meeting)
    assert refused(room.fill, item, room.son, best(item.dossier)) == "not_scoring_member"
    assert [seat.person for seat in bench(item, at).judges] == [room.hoa, room.bao, room.chi]
    shown = board(meeting, at)
    assert (shown.items[0].expected, shown.quorum.members, len(shown.members)) == (3, 4, 4)
    for seat in room.members:
        room.seal(item, seat.person, best(item.dossier))
    item = AgendaItem.objects.get()
    assert (item.state, len(tally_of(item).sheets)) == ("tallied", 3)
    client.force_login(room.son)
    assert client.get(reverse("review:meeting", args=[meeting.key])).status_code == 200
    said = _minutes(room, item)
    assert said["count"] == "3/3 thành viên chấm điểm"
    assert "Người chấm điểm: phó chủ tịch và ủy viên, chủ tịch chỉ điều hành" in said["rules"]


def test_only_members_score(cast, at):
    room = Room(cast, at, scorers="members")
    room.members.append(room.seat(cast.person("giang", "Mẫu Giang"), "vice_chair"))
    item = room.item(room.scoring())
    assert [seat.person for seat in bench(item, at).judges] == [room.hoa, room.bao, room.chi]


def test_dossiers_reach_the_members_so_many_working_days_before(cast, at, client):
    room = Room(cast, at, pack_days=2)
    at = room.at  # Monday 23 November 2026
    meeting = acts.plan_meeting(
        room.council, title="Đợt 2", starts_at=at + timedelta(days=3), by=room.thu, at=at, venue=""
    )
    assert pack_due_on(meeting) == date(2026, 11, 23)  # the 24th is a day off
    invited = Message.objects.filter(kind="review.planned").first()
    assert "Hồ sơ đến thành viên chậm nhất 23/11/2026." in invited.body
    report = room.paper("10-MH/BC-TTV", PaperKind.REPORT, days_ago=3)
    known = {"advisory_report": report, "by": room.thu}
    acts.put_on_agenda(meeting, [room.accepted()], at=at, **known)
    acts.put_on_agenda(meeting, [room.accepted("Mận sấy")], at=at + timedelta(days=2), **known)
    items = list(AgendaItem.objects.order_by("position"))
    assert [str(item) for item in late_packs(pack_due_on(meeting), items)] == ["Mận sấy"]
    client.force_login(room.thu)
    page = client.get(reverse("review:meeting", args=[meeting.key])).content.decode()
    assert "hồ sơ đến thành viên chậm nhất 23/11/2026" in page
    assert "Hồ sơ đến thành viên muộn hơn quy chế" in page


def test_no_rule_about_dossiers_no_day(room):
    assert pack_due_on(room.planned()) is None


@pytest.mark.parametrize(
    ("day", "n", "before"),
    [
        (date(2026, 11, 26), 0, date(2026, 11, 26)), (date(2026, 11, 26), 2, date(2026, 11, 23)),
        (date(2026, 11, 23), 1, date(2026, 11, 20)), (date(2026, 9, 3), 1, date(2026, 8, 28)),
    ],
)  # fmt: skip
def test_working_days_backwards(day, n, before):
    assert working_day_before(day, n) == before


def test_no_negative_working_days():
    with pytest.raises(ValueError, match="not negative"):
        working_day_before(date(2026, 11, 23), -1)


@pytest.mark.parametrize("key", PRESETS)
def test_an_example_fills_the_form_with_what_its_text_says(room, client, key):
    client.force_login(room.thu)
    url = reverse("review:set_rules", args=[room.council.pk])
    form = client.get(url, {"mau": key}).context["form"]
    assert {
        name: form.get_initial_for_field(form.fields[name], name) for name in PRESETS[key].values
    } == dict(PRESETS[key].values)
    assert client.get(url, {"mau": "la"}).status_code == 200
