"""One press: every paper of a closed meeting, its page, its archive; who may, and when not."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from ocop.casework.certificates.acts import draft_decision
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.paperwork import acts
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.permissions import refuse_read_file
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import refused
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.printing.tests.printed import make_papers

pytestmark = pytest.mark.django_db


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def browser(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_one_press_makes_what_is_sealed(office, evening):
    meeting = office.closed(conflicts=[office.members[0]])
    made = office.made(meeting)
    kinds = [(one.kind, str(one.item or "")) for one in made]
    assert kinds == [("sheets", "Dứa sấy dẻo"), ("sheets", "Mận sấy"), ("scores", ""), ("report", "")]
    assert office.made(meeting) == []  # a second press adds nothing
    entries = Entry.objects.filter(action="meetingpaper.make")
    assert [len(one.data["printed"]) for one in entries] == [64] * 4
    assert make_papers(evening).failed == []
    papers = {one.kind: one for one in MeetingPaper.objects.order_by("-pk")}
    sheets = text_of(content_of(papers["sheets"].file))
    for sheet in ScoreSheet.objects.filter(item=papers["sheets"].item):
        assert (sheet.code in sheets, sheet.sha256 in sheets.replace(" ", "")) == (True, True)
    scores = text_of(content_of(papers["scores"].file))
    assert "Mận sấy" in scores
    assert "Biên bản số 05-MH/BB-HĐ" in scores
    report = text_of(content_of(papers["report"].file))
    assert "DỰ THẢO" in report
    assert "Nhất trí." in report
    (printed,) = [one for one in INVARIANTS if one.name == "printed papers"]
    assert list(printed.faults()) == []


def test_the_archive_lists_what_it_holds(office, evening):
    meeting = office.closed()
    office.made(meeting)
    item = office.item(meeting)
    draft_decision(
        office.programme, kind=DecisionKind.APPROVAL_OF_RESULT, items=[item], by=office.phuc, at=evening
    )
    make_papers(evening)
    answer = browser(office.phuc).get(reverse("paperwork:archive", args=[meeting.key]))
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        names = archive.namelist()
        assert names == [
            "01-phieu-danh-gia-01-dua-say-deo.pdf", "01-phieu-danh-gia-02-man-say.pdf", "02-bang-diem.pdf",
            "03-bien-ban-05-mh-bb-hd.pdf", "03-bien-ban-05-mh-bb-hd.docx",
            "05-bao-cao-hoi-dong.pdf", "05-bao-cao-hoi-dong.docx",
            "06-to-trinh-01.pdf", "06-to-trinh-01.docx", "07-du-thao-quyet-dinh-01.pdf",
            "07-du-thao-quyet-dinh-01.docx", "00-danh-muc.pdf", "00-sha256.txt",
        ]  # fmt: skip
        told = dict(reversed(line.split("  ")) for line in archive.read(names[-1]).decode().splitlines())
        assert told == {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names[:-2]}
        assert "02-bang-diem.pdf" in text_of(archive.read("00-danh-muc.pdf"))
        decision = Document(io.BytesIO(archive.read("07-du-thao-quyet-dinh-01.docx")))
        assert [one.get(qn("w:val")) for one in decision.element.iter(qn("w:alias"))][2] == "Điều 1"
        assert [cell.text for cell in decision.tables[-1].rows[1].cells][1:3] == [
            "Dứa sấy dẻo", item.dossier.product.producer.name,
        ]  # fmt: skip


def test_the_page_says_how_each_stands(office, evening):
    meeting = office.closed()
    secretary = browser(office.thu)
    address = reverse("paperwork:papers", args=[meeting.key])
    assert address in secretary.get(meeting.get_absolute_url()).content.decode()
    page = secretary.get(address).content.decode()
    assert (page.count("Chưa lập"), "Lập mọi giấy tờ" in page) == (4, True)
    assert secretary.post(reverse("paperwork:make", args=[meeting.key])).status_code == 302
    make_papers(evening)
    page = secretary.get(address).content.decode()
    told = ("Chưa lập", "Chờ số của văn thư", "Lập mọi giấy tờ")
    assert [words in page for words in told] == [False, True, False]
    paper = MeetingPaper.objects.get(kind="report")
    assert secretary.get(reverse("paperwork:paper", args=[paper.key])).status_code == 302
    assert secretary.get(reverse("paperwork:report_word", args=[paper.key])).content[:2] == b"PK"


def test_the_report_bears_the_number_of_the_records_office(office, evening):
    meeting = office.closed()
    report = office.made(meeting)[-1]
    make_papers(evening)
    number = {"number": "07-MH/BC-HĐ", "issued_on": evening.date(), "by": office.thu, "at": evening}
    early = number | {"issued_on": (office.at - timedelta(days=1)).date()}
    assert refused(acts.number_report, report, **early) == "day_before_meeting"
    assert refused(acts.number_report, report, **number | {"number": "7"}) == "number_malformed"
    acts.number_report(report, **number)
    assert refused(acts.number_report, report, **number) == "conflict_report_numbered"
    make_papers(evening)
    report.refresh_from_db()
    told = text_of(content_of(report.file))
    assert ("07-MH/BC-HĐ" in told, "DỰ THẢO" in told) == (True, False)


def test_nobody_with_a_conflict_and_no_stranger(office, evening):
    meeting = office.closed(conflicts=[office.members[0]])
    made = office.made(meeting)
    make_papers(evening)
    kept, member = office.members[0].person, office.members[1].person
    assert refused(acts.make_papers, meeting, by=kept, at=evening) == "own_interest_minutes"
    assert refused(acts.make_papers, meeting, by=member, at=evening) == "not_papers_reader"
    made[0].refresh_from_db()
    answers = {
        person.username: (
            browser(person).get(reverse("paperwork:papers", args=[meeting.key])).status_code,
            refuse_read_file(person, made[0].file, evening) is None,
        )
        for person in (office.thu, office.son, office.phuc, office.thinh, kept, member, office.scene.lan)
    }
    assert answers == {
        "thu": (200, True), "son": (200, True), "phuc": (200, True), "thinh": (200, True),
        kept.username: (404, False), member.username: (404, False), "lan": (404, False),
    }  # fmt: skip


def test_not_before_the_meeting_is_closed(office):
    meeting = office.scoring()
    assert refused(acts.make_papers, meeting, by=office.thu, at=office.at) == "meeting_not_closed"
