"""Sheets from paper: typed twice by two people, settled against the scan, sealed as the member's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.paperwork import acts
from ocop.casework.paperwork.about import find_paper_sheet
from ocop.casework.paperwork.invariants import typed_faults
from ocop.casework.paperwork.models import PaperEntry, PaperSheet
from ocop.casework.paperwork.papers.sheets import labels_of, sheets_data
from ocop.casework.paperwork.rules import apart
from ocop.casework.review import acts as review
from ocop.casework.review.invariants import sheet_faults
from ocop.casework.review.models import AgendaItem, Declaration, Meeting, ScoreSheet
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.tests.cast import refused, worth
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message

pytestmark = pytest.mark.django_db


class Desk:
    """Thu the secretary and Vân the officer type the paper of a member."""

    def __init__(self, office, item, seat) -> None:
        self.office, self.item, self.seat = office, item, seat

    def paper(self, lap: int = 1) -> PaperSheet:
        item = AgendaItem.objects.get(pk=self.item.pk)
        return find_paper_sheet(who_is(self.office.thu, self.office.at), item.key, self.seat.pk, lap)

    def given(self, points: int) -> dict:
        codes = criteria_to_answer(self.item)
        return {code: one for code, one in worth(self.item.dossier, points).items() if code in codes}

    def type(self, by, points: int = 60, **more):
        known = {"choices": self.given(points), "general_comment": "Ngon.", "declared": True}
        return acts.type_sheet(self.paper(), by=by, at=self.office.at, **known | more)

    def scan(self):
        return acts.scan_sheet(self.paper(), file=pdf(), by=self.office.thu, at=self.office.at)

    def settle(self, by=None, **more):
        known = {"settled": {}, "by": by or self.office.van, "at": self.office.at}
        return acts.settle_sheet(self.paper(), **known | more)

    def whole(self, points: int = 60):
        self.type(self.office.thu, points)
        self.type(self.office.van, points)
        self.scan()
        return self.settle()


@pytest.fixture
def desk(office) -> Desk:
    meeting = office.scoring("Dứa sấy dẻo")
    return Desk(office, office.item(meeting), office.members[0])


def test_apart_knows_nothing_from_no():
    assert apart(["1", "2", "3", "4"], {"1": 1, "2": None, "3": False}, {"1": 1, "2": 2, "3": 0}) == [
        "2",
        "3",
    ]


def test_two_people_type_and_the_sheet_is_the_members(office, desk):
    desk.type(office.thu, 60)
    other = desk.given(62)
    desk.type(office.van, 62)
    desk.scan()
    paper = desk.paper()
    differing = apart(criteria_to_answer(desk.item), desk.given(60), other)
    assert differing
    assert refused(desk.settle) == "paper_unanswered"
    assert refused(desk.settle, settled={**dict.fromkeys(differing), "x": 1}) == "unknown_criterion"
    sheet = desk.settle(settled={code: other[code] for code in differing}, general_comment=None)
    stored = ScoreSheet.objects.get()
    assert (stored.seat, stored.state, stored.choices) == (desk.seat, "sealed", other)
    assert stored.content["from_paper"] == {
        "code": paper.code, "entered_by": "Nguyễn Thu", "checked_by": "Hà Vân", "scan": paper.scan.sha256,
    }  # fmt: skip
    entry = Entry.objects.get(action="papersheet.settle")
    assert entry.data == {
        "sheet": sheet.sha256, "apart": differing, "entered_by": office.thu.pk, "checked_by": office.van.pk,
    }  # fmt: skip
    assert Entry.objects.get(action="scoresheet.seal").data["from_paper"]["code"] == paper.code
    notice = Message.objects.get(kind="paperwork.typed")
    assert notice.person == desk.seat.person
    assert (list(typed_faults()), list(sheet_faults())) == ([], [])
    guards.remove(connection)
    PaperSheet.objects.update(sheet=None, settled_by=None, settled_at=None)
    assert list(typed_faults()) == [f"sheet {stored.pk}: says that it came from paper, and there is none"]


def test_it_counts_and_the_minutes_name_the_two(office, desk):
    desk.whole()
    item = AgendaItem.objects.get(pk=desk.item.pk)
    for seat in office.judges:
        if seat != desk.seat:
            office.seal(office.item(item.meeting), seat.person, worth(item.dossier, 60))
    item = office.item(item.meeting)
    assert (item.state, item.total, len(item.result["members"])) == ("tallied", 60, 4)
    later = office.at + timedelta(hours=2)
    review.close_meeting(item.meeting, minutes_no="05-MH/BB-HĐ", by=office.thu, at=later)
    meeting = Meeting.objects.select_related("council__programme", "rules").get(pk=item.meeting_id)
    assert refused(desk.type, office.phuc) == "conflict_typed_twice"
    assert refused(Desk(office, desk.item, office.members[1]).type, office.thu) == "meeting_closed"
    (line,) = meeting.minutes_content["by_paper"]
    assert desk.paper().code in line
    assert "Nguyễn Thu nhập, Hà Vân đối chiếu" in line
    sheets = sheets_data(office.item(meeting), labels_of(meeting))["sheets"]
    assert [bool(one["paper_entry"]) for one in sheets].count(True) == 1


def test_the_last_sheet_from_paper_starts_the_tally(office, desk):
    for seat in office.judges:
        if seat != desk.seat:
            office.seal(desk.item, seat.person, worth(desk.item.dossier, 60))
    desk.whole()
    assert AgendaItem.objects.get(pk=desk.item.pk).state == "tallied"


def test_the_member_may_object_until_the_end(office, desk):
    desk.whole()
    item = office.item(desk.item.meeting)
    found = review.ask_correction(
        item, choices={"1.1": None}, reason="Nhập nhầm.", by=desk.seat.person, at=office.at
    )
    assert found.sheet.content["from_paper"]["code"] == desk.paper().code


def test_who_may_type(office, desk):
    assert refused(desk.type, office.members[1].person) == "typist_scores"
    assert refused(desk.type, desk.seat.person) == "typist_scores"
    assert refused(desk.type, office.thinh) == "not_council_office"
    assert refused(desk.type, office.thu, declared=False) == "paper_undeclared"
    assert refused(desk.type, office.thu, choices={}) == "paper_unanswered"
    assert refused(desk.type, office.thu, choices={"9.9": 1}) == "unknown_criterion"
    desk.type(office.thu)
    assert refused(desk.type, office.thu) == "conflict_typed_before"
    assert refused(desk.settle, by=office.thu) == "paper_typed_once"
    desk.type(office.van)
    assert refused(desk.type, office.phuc) == "conflict_typed_twice"
    assert refused(desk.settle) == "paper_without_scan"
    desk.scan()
    assert refused(desk.scan) == "conflict_scanned_before"
    assert refused(desk.settle, by=office.phuc) == "not_a_typist"
    desk.settle()
    assert refused(desk.settle) == "paper_member_sealed"
    assert [PaperEntry.objects.count(), ScoreSheet.objects.count()] == [2, 1]


def test_a_typist_with_a_conflict(office, desk):
    item = desk.item
    values = {"has_conflict": True, "relation": "family", "at": office.at, "by": office.thu}
    Declaration.objects.create(item=item, seat=office.secretary, **values)
    assert refused(desk.type, office.thu) == "own_interest"


def test_what_the_member_refuses(office, desk):
    office.seal(desk.item, desk.seat.person, worth(desk.item.dossier, 60))
    assert refused(desk.type, office.thu) == "paper_member_sealed"


def test_absent_conflicted_and_not_scored(office):
    absent, kept, third = office.members
    meeting = office.scoring("Dứa sấy dẻo", conflicts=[kept], absent=[absent])
    item = office.item(meeting)
    assert refused(Desk(office, item, absent).type, office.thu) == "paper_member_absent"
    assert refused(Desk(office, item, kept).type, office.thu) == "paper_member_conflict"
    AgendaItem.objects.filter(pk=item.pk).update(state="waiting")
    assert refused(Desk(office, item, third).type, office.thu) == "paper_not_scoring"


def test_the_paper_declares_where_nobody_has(office):
    meeting = office.opened("Dứa sấy dẻo")
    review.open_all_items(meeting, by=office.thu, at=office.at)
    desk = Desk(office, office.item(meeting), office.members[0])
    desk.whole()
    word = Declaration.objects.get(seat=desk.seat)
    assert (word.has_conflict, word.by, desk.paper().code in word.note) == (False, office.van, True)


def test_pages(office, desk, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: office.at)
    paper = desk.paper()
    client = Client()
    client.force_login(office.thu)
    page = client.get(reverse("paperwork:typing", args=[desk.item.meeting.key]))
    assert paper.get_absolute_url() in page.content.decode()
    first = client.get(reverse("paperwork:type_sheet", kwargs=paper.keys))
    sent = {
        name: field.choices[1][0] for name, field in first.context["form"].fields.items() if "choice" in name
    }
    answer = client.post(first.request["PATH_INFO"], sent | {"declared": "on", "general_comment": ""})
    assert (answer.status_code, PaperEntry.objects.count()) == (302, 1)
    told = client.get(paper.get_absolute_url()).content.decode()
    assert "Bạn đã nhập phiếu này" not in told  # the scan may still be added
    assert reverse("paperwork:scan_sheet", kwargs=paper.keys) in told
    entry = PaperEntry.objects.get()
    desk.type(office.van, choices=entry.choices)
    desk.scan()
    address = reverse("paperwork:settle_sheet", kwargs=paper.keys)
    assert "Hai bản nhập giống nhau" in client.get(address).content.decode()
    settled = client.post(address, {"general_comment": "Ngon."})
    assert (settled.status_code, ScoreSheet.objects.get().general_comment) == (302, "Ngon.")
    assert client.post(address, {}).status_code == 302  # a second click goes on
    client.force_login(desk.seat.person)
    assert client.get(paper.get_absolute_url()).url == reverse("review:sheet", args=[desk.item.key])
    client.force_login(office.members[1].person)
    assert client.get(paper.get_absolute_url()).status_code == 403
