"""The advisory team: set up by decision, declares, reports in versions, is read by the council alone."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from ocop.casework.advisory import acts
from ocop.casework.advisory.invariants import report_faults
from ocop.casework.advisory.models import Interest, Report, TeamSeat
from ocop.casework.advisory.permissions import reads_advice, team_seat
from ocop.casework.advisory.rules import unsaid
from ocop.casework.advisory.selectors import beside, sections_of
from ocop.casework.advisory.selectors.desks import waiting
from ocop.casework.advisory.states import WORKFLOW, ReportState
from ocop.casework.dossiers.permissions import reads
from ocop.casework.review import acts as review
from ocop.casework.review.models import Meeting
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.tests.cast import refused
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit.models import Entry
from ocop.foundation.ui.waiting import gather


def test_moves():
    assert [(one.name, one.target.value) for one in WORKFLOW.moves] == [
        ("hand_in", "handed_in"), ("replace", "replaced"),
    ]  # fmt: skip
    assert unsaid(["1", "2"], {"1": " ", "2": "x"}) == ["1"]


def test_the_team_stands_on_its_decision(advisers, at):
    assert refused(advisers.establish, ends_on=(at - timedelta(days=40)).date()) == "term_ends_before_start"
    assert refused(advisers.establish, starts_on=(at - timedelta(days=40)).date()) == "term_before_paper"
    known = {"issued_on": at.date(), "issuer": "UBND", "starts_on": at.date(), "number": "9", "at": at}
    programme = advisers.programme
    assert refused(acts.establish_team, programme, by=advisers.giang, **known) == "not_team_office"
    assert refused(advisers.seat, advisers.nga) == "conflict_adviser"
    assert TeamSeat.objects.count() == 2


def test_who_is_not_on_the_team_writes_nothing(advisers, room, at):
    dossier = room.accepted()
    assert refused(advisers.written, dossier, by=room.hoa) == "not_adviser"
    assert refused(advisers.written, dossier) == "adviser_not_declared"
    assert not reads(who_is(advisers.giang, at), dossier)
    advisers.declared(dossier)
    assert reads(who_is(advisers.giang, at), dossier)
    later = at + timedelta(days=1)
    TeamSeat.objects.filter(person=advisers.giang).update(ends_on=at.date())
    assert not reads(who_is(advisers.giang, later), dossier)


def test_a_conflict_keeps_everything_from_a_member(advisers, room, at, client):
    dossier = room.accepted()
    assert refused(acts.declare_interest, dossier, has_conflict=True, note=" ", by=advisers.nga, at=at) == (
        "interest_unsaid"
    )
    advisers.handed_in(dossier)
    advisers.declared(dossier, has_conflict=True, by=advisers.nga)
    assert not reads(who_is(advisers.nga, at), dossier)
    assert refused(advisers.written, dossier, by=advisers.nga) == "own_interest"
    client.force_login(advisers.nga)
    page = client.get(reverse("advisory:product", args=[dossier.key])).content.decode()
    assert [words in page for words in ("Đủ điều kiện", "Mở hồ sơ", "Bạn không tham gia")] == [
        False,
        False,
        True,
    ]
    assert client.get(dossier.get_absolute_url()).status_code == 404
    for name in ("write", "hand_in"):
        assert client.get(reverse(f"advisory:{name}", args=[dossier.key])).status_code == 403
    assert Interest.objects.filter(has_conflict=True).count() == 1


def test_a_report_says_something_of_every_section(advisers, room, at):
    dossier = room.accepted()
    advisers.declared(dossier)
    known = {"by": advisers.giang, "at": at}
    assert refused(acts.hand_in_report, dossier, **known) == "no_draft"
    advisers.written(dossier, findings={})
    assert refused(acts.hand_in_report, dossier, **known) == "report_unfinished"
    advisers.written(dossier, suggestion="")
    assert refused(acts.hand_in_report, dossier, **known) == "report_unfinished"
    assert beside(dossier) is None


def test_a_newer_report_takes_the_place_of_the_first(advisers, room, at):
    dossier = room.accepted()
    advisers.handed_in(dossier)
    assert refused(acts.declare_interest, dossier, has_conflict=False, note="", by=advisers.giang, at=at) == (
        "declared_after_report"
    )
    advisers.written(dossier, conclusion="Bổ sung nhãn.", suggestion="supplement")
    acts.hand_in_report(dossier, by=advisers.giang, at=at)
    states = list(Report.objects.order_by("version").values_list("version", "state"))
    assert states == [(1, ReportState.REPLACED), (2, ReportState.HANDED_IN)]
    assert beside(dossier).suggestion == "Đề xuất bổ sung hồ sơ"
    assert list(report_faults()) == []
    moves = Entry.objects.filter(action__startswith="report.").order_by("pk")
    assert list(moves.values_list("action", flat=True))[-2:] == [
        "report.replace", "report.hand_in",
    ]  # fmt: skip


def test_the_council_reads_it_and_scores_only_then(advisers, room, at, client):
    item = room.item(room.opened())
    assert refused(review.open_item, item, by=room.thu, at=at) == "advice_missing"
    advisers.handed_in(item.dossier)
    room.declared(item.meeting)
    review.open_item(item, by=room.thu, at=at)
    client.force_login(room.hoa)
    code = next(iter(criteria_to_answer(item)))
    page = client.get(reverse("review:criterion", args=[item.key, code])).content.decode()
    assert "Đủ điều kiện trình hội đồng" in page
    room.seal_totals(item, 60, 60, 60, 60)
    meeting = Meeting.objects.get()
    review.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", closing_note="", by=room.thu, at=at)
    [said] = Meeting.objects.get().minutes_content["advice"]
    assert said.startswith(f"“{item}”: đủ điều kiện trình hội đồng (Đủ điều kiện.); bản 1, nộp ")


def test_who_reads_it(advisers, room, at):
    dossier = room.accepted()
    advisers.handed_in(dossier)
    people = {
        "phuc": room.phuc, "giang": advisers.giang, "lan": room.scene.lan, "minh": room.scene.minh,
        "hoa": room.hoa,
    }  # fmt: skip
    found = {name: reads_advice(who_is(person, at), dossier) for name, person in people.items()}
    assert found == {"phuc": True, "giang": True, "lan": False, "minh": False, "hoa": False}


@pytest.mark.parametrize(("who", "status"), [("giang", 200), ("phuc", 200), ("hoa", 403)])
def test_the_pages(advisers, room, client, who, status):
    dossier = room.accepted()
    advisers.handed_in(dossier)
    person = {"giang": advisers.giang, "phuc": room.phuc, "hoa": room.hoa}[who]
    client.force_login(person)
    assert client.get(reverse("advisory:team")).status_code == status
    page = client.get(reverse("advisory:product", args=[dossier.key]))
    assert page.status_code == (status if status == 200 else 404)
    if status == 200:
        assert "Đủ điều kiện." in page.content.decode()
        assert "Báo cáo của tổ tư vấn" in client.get(dossier.get_absolute_url()).content.decode()


def test_a_member_writes_by_the_form(advisers, room, client):
    dossier = room.accepted()
    client.force_login(advisers.giang)
    address = [dossier.key]
    assert client.post(reverse("advisory:declare", args=address), {"conflict": "khong"}).status_code == 302
    form = client.get(reverse("advisory:write", args=address)).context["form"]
    said = {name: "Đạt." for name in form.fields if name.startswith("finding_")}
    told = said | {"suggestion": "evaluate", "conclusion": "Đạt."}
    assert client.post(reverse("advisory:write", args=address), told).status_code == 302
    assert client.post(reverse("advisory:hand_in", args=address)).status_code == 302
    assert Report.objects.get().state == "handed_in"


class OpenForm:
    """The form as it stands open in somebody's browser."""

    def __init__(self, client, person, dossier):
        self.client, self.person = client, person
        self.url = reverse("advisory:write", args=[dossier.key])
        client.force_login(person)
        kept = client.get(self.url).context["keep"]
        self.bases, self.seen, self.kind = json.loads(kept.bases), json.loads(kept.seen), kept.kind

    def keep(self, name: str, value: str) -> Any:
        self.client.force_login(self.person)
        notes = {
            "keep-field": name, "keep-base": self.bases[name], "keep-owner": self.person.pk,
            "keep-operation": uuid4().hex,
        }  # fmt: skip
        return self.client.post(self.url, {name: value, **notes}, HTTP_X_REQUESTED_WITH="keep")

    def send(self, **fields: str) -> Any:
        self.client.force_login(self.person)
        notes = {"keep-seen": json.dumps(self.seen), "keep-owner": self.person.pk}
        return self.client.post(self.url, {**dict.fromkeys(self.bases, ""), **fields, **notes})


def test_two_members_write_one_report_and_nothing_is_lost(advisers, room, client):
    dossier = room.accepted()
    advisers.declared(dossier)
    advisers.declared(dossier, by=advisers.nga)
    giang, nga = OpenForm(client, advisers.giang, dossier), OpenForm(client, advisers.nga, dossier)
    assert giang.kind == "fields"
    assert giang.keep("finding_0", "Đủ giấy tờ.").status_code == 200
    assert nga.keep("finding_1", "Nhãn thiếu ngày.").status_code == 200
    codes = [one.code for one in sections_of(dossier)]
    assert Report.objects.get().findings == {codes[0]: "Đủ giấy tờ.", codes[1]: "Nhãn thiếu ngày."}
    answer = nga.keep("finding_0", "Thiếu giấy phép.")
    assert (answer.status_code, answer.json()["conflict"]["stored"]["label"]) == (409, "Đủ giấy tờ.")
    # whole, from a page that never saw the others' words: its own field is added, nothing is blanked
    assert nga.send(conclusion="Cần bổ sung.", finding_1="Nhãn thiếu ngày.").status_code == 302
    report = Report.objects.get()
    assert (report.findings[codes[0]], report.conclusion) == ("Đủ giấy tờ.", "Cần bổ sung.")
    assert giang.send(conclusion="Đạt.", finding_0="Đủ giấy tờ.").status_code == 409
    assert Report.objects.get().conclusion == "Cần bổ sung."


def test_a_draft_that_is_written_on_is_no_official_act(advisers, room):
    dossier = room.accepted()
    advisers.declared(dossier)
    for _time in range(3):
        advisers.written(dossier)
    assert Entry.objects.filter(action="report.write").count() == 1


def test_the_next_version_begins_with_what_the_last_one_said(advisers, room, at):
    dossier = room.accepted()
    advisers.handed_in(dossier)
    acts.save_report(dossier, findings={}, conclusion="Bổ sung nhãn.", by=advisers.giang, at=at)
    draft, first = Report.objects.order_by("-version")
    assert (draft.version, draft.findings, draft.conclusion) == (2, first.findings, "Bổ sung nhãn.")
    assert first.conclusion == "Đủ điều kiện."


def test_a_seat_ends_by_a_decision(advisers, room, at, client):
    seat = TeamSeat.objects.get(person=advisers.nga)
    yesterday = at.date() - timedelta(days=1)
    told = {
        "number": "21-MH/QĐ-UBND",
        "issued_on": at.date(),
        "ends_on": yesterday,
        "reason": "Chuyển công tác.",
    }
    when = {"by": advisers.phuc, "at": at}
    assert refused(acts.end_seat, seat, **told, by=advisers.giang, at=at) == "not_team_office"
    assert refused(acts.end_seat, seat, **told | {"reason": " "}, **when) == "reason_missing"
    early = {"ends_on": at.date() - timedelta(days=3)}
    assert refused(acts.end_seat, seat, **told | early, **when) == "period_before_paper"
    before = {"ends_on": at.date() - timedelta(days=60)}
    assert refused(acts.end_seat, seat, **told | before, **when) == "period_ends_before_start"
    client.force_login(advisers.phuc)
    address = reverse("advisory:end_seat", args=[seat.pk])
    assert address in client.get(reverse("advisory:team")).content.decode()
    acts.end_seat(seat, **told, **when)
    assert team_seat(who_is(advisers.nga, at)) is None
    entry = Entry.objects.get(action="advisory.end_seat")
    assert entry.data == {"seat": seat.pk, "paper": "21-MH/QĐ-UBND", "last_day": yesterday.isoformat()}
    assert refused(acts.end_seat, seat, **told, **when) == "conflict_seat_ended"
    assert refused(advisers.declared, room.accepted(), by=advisers.nga) == "not_adviser"


def test_what_waits_for_the_team(advisers, room, at):
    dossier = room.accepted()

    def piles(person):
        return [(one.key, one.count) for one in gather(waiting(person, at))]

    assert [piles(one) for one in (advisers.giang, advisers.phuc)] == [[("advisory.report", 1)], []]
    advisers.declared(dossier, has_conflict=True, by=advisers.nga)
    assert piles(advisers.nga) == []
    advisers.handed_in(dossier)
    assert piles(advisers.giang) == []
