"""The report comes back from Word: zones are read, everything else must say what was sent out."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from docx import Document
from docx.oxml.ns import qn

from ocop.casework.certificates.acts import draft_decision, submit_decision
from ocop.casework.certificates.papers import decision_pdf
from ocop.casework.certificates.papers.articles import articles_of
from ocop.casework.certificates.papers.decision import decision_data
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.paperwork import acts
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.word import NOTE, decision_docx
from ocop.casework.paperwork.papers.word_minutes import CONCLUSION
from ocop.casework.paperwork.tests.test_papers import browser, text_of
from ocop.casework.review.invariants import minutes_faults
from ocop.casework.review.models import Meeting, ScoreSheet
from ocop.casework.review.tests.cast import refused
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.engines.written import changes, written_in
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.tests.printed import make_papers
from ocop.foundation.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(office, evening) -> MeetingPaper:
    """The council's report of a closed meeting, made but without number; `sent` is its Word file."""
    office.made(office.closed("Dứa sấy dẻo"))
    make_papers(evening)
    return MeetingPaper.objects.select_related("meeting__council__programme__province", "by").get(
        kind="report"
    )


@pytest.fixture
def sent(office, report) -> bytes:
    """As it is downloaded."""
    client = Client()
    client.force_login(office.thu)
    return client.get(reverse("paperwork:report_word", args=[report.key])).content


def edited(content: bytes, zone: str | None = None, *, name: str = NOTE, **swaps: str) -> SimpleUploadedFile:
    """Word's file with another text in the zone of that name, and words swapped elsewhere."""
    file = Document(io.BytesIO(content))
    for control in file.element.iter(qn("w:sdt")):
        if zone is not None and control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == name:
            texts = list(control.iter(qn("w:t")))
            texts[0].text = zone
            for more in texts[1:]:
                more.text = ""
    for text in file.element.iter(qn("w:t")):
        for old, new in swaps.items():
            text.text = (text.text or "").replace(old.replace("_", " "), new)
    out = io.BytesIO()
    file.save(out)
    return SimpleUploadedFile("bao-cao.docx", out.getvalue())


def test_changes_are_named_line_by_line():
    assert changes(["a", "b", "c"], ["a", "x", "c", "d"]) == [("b", "x"), ("", "d")]
    assert changes(["a", "b"], ["a"]) == [("b", "")]


def test_what_stands_in_the_zone_becomes_the_report(office, evening, report, sent):
    assert written_in(sent).zones[NOTE] == "Nhất trí."
    acts.take_word(report, file=edited(sent, "Đề nghị hỗ trợ bao bì cho chủ thể."), by=office.thu, at=evening)
    stored = MeetingPaper.objects.get(pk=report.pk)
    assert (stored.texts, stored.file) == ({NOTE: "Đề nghị hỗ trợ bao bì cho chủ thể."}, None)
    entry = Entry.objects.get(action="meetingpaper.take_word")
    assert (entry.data["texts"], len(entry.data["word"]), len(entry.data["printed"])) == (
        stored.texts,
        64,
        64,
    )
    make_papers(evening)
    printed = text_of(content_of(MeetingPaper.objects.get(pk=report.pk).file))
    assert "Đề nghị hỗ trợ bao bì" in " ".join(printed.split())
    assert "Nhất trí." not in printed


def test_a_changed_figure_is_named_and_refused(office, evening, report, sent):
    points = report.meeting.minutes_content["products"][0]["total"]
    file = edited(sent, "Tốt.", **{points: "12,34"})
    with pytest.raises(Refused) as refusal:
        acts.take_word(report, file=file, by=office.thu, at=evening)
    assert refusal.value.refusal.code == "word_changed"
    assert f"“{points}” thành “12,34”" in str(refusal.value)
    assert MeetingPaper.objects.get(pk=report.pk).texts == {}


def test_refusals(office, evening, report, sent):
    take = {"by": office.thu, "at": evening}
    assert refused(acts.take_word, report, file=edited(sent, ""), **take) == "word_zone_empty"
    assert refused(acts.take_word, report, file=edited(sent, "x" * 8001), **take) == "word_zone_long"
    assert refused(acts.take_word, report, file=pdf(), **take) == "file_kind_refused"
    assert refused(acts.take_word, report, file=hostile(sent), **take) == "office_external"
    assert (
        refused(acts.take_word, report, file=edited(sent), by=office.thinh, at=evening)
        == "not_council_office"
    )
    number = {"number": "07-MH/BC-HĐ", "issued_on": evening.date()}
    acts.number_report(report, **number, **take)
    assert refused(acts.take_word, report, file=edited(sent, "Tốt."), **take) == "conflict_report_numbered"


@pytest.fixture
def signed_minutes(office, report) -> bytes:
    """The minutes as they are downloaded."""
    return browser(office.thu).get(reverse("paperwork:minutes_word", args=[report.meeting.key])).content


def test_the_conclusion_of_the_minutes_comes_back(office, evening, report, signed_minutes):
    meeting = report.meeting
    assert written_in(signed_minutes).zones[CONCLUSION] == "Nhất trí."
    note = "Hội đồng thống nhất, kiến nghị hỗ trợ bao bì."
    file = edited(signed_minutes, note, name=CONCLUSION)
    acts.take_minutes(meeting, file=file, by=office.thu, at=evening)
    stored = Meeting.objects.get(pk=meeting.pk)
    assert (stored.minutes_content["note"], stored.closing_note, stored.minutes) == (note, note, None)
    assert list(minutes_faults()) == []  # they are being made
    entry = Entry.objects.get(action="meeting.take_word")
    assert (entry.data["note"], len(entry.data["word"]), len(entry.data["printed"])) == (note, 64, 64)
    told = Message.objects.filter(kind="review.conclusion_written")
    assert [(one.person, note in one.body) for one in told] == [(office.son, True)]
    assert MeetingPaper.objects.get(pk=report.pk).file is None  # the report says the same conclusion
    make_papers(evening)
    assert note in " ".join(text_of(content_of(MeetingPaper.objects.get(pk=report.pk).file)).split())
    printed = text_of(content_of(Meeting.objects.get(pk=meeting.pk).minutes))
    assert (note in printed, "Nhất trí." in printed) == (True, False)
    assert list(minutes_faults()) == []


def test_minutes_of_before_are_there_as_pdf_alone(office, evening, report, signed_minutes):
    meeting = report.meeting
    Meeting.objects.filter(pk=meeting.pk).update(minutes_content=None)
    client, keys = browser(office.thu), [meeting.key]
    address = reverse("paperwork:minutes_word", args=keys)
    page = client.get(reverse("paperwork:papers", args=keys)).content.decode()
    assert (address in page, client.get(address).status_code) == (False, 404)
    answer = client.get(reverse("paperwork:archive", args=keys))
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        names = [name for name in archive.namelist() if name.startswith("03-")]
    assert names == ["03-bien-ban-05-mh-bb-hd.pdf"]
    file = edited(signed_minutes, "Tốt.", name=CONCLUSION)
    code = refused(
        acts.take_minutes, Meeting.objects.get(pk=meeting.pk), file=file, by=office.thu, at=evening
    )
    assert code == "conflict_minutes_only_printed"


def test_minutes_changed_elsewhere_or_rested_on_are_refused(office, evening, report, signed_minutes):
    meeting, take = report.meeting, {"by": office.thu, "at": evening}
    code = ScoreSheet.objects.filter(item__meeting=meeting).first().code
    file = edited(signed_minutes, "Tốt.", name=CONCLUSION, **{code: "AAAA-BBBB"})
    with pytest.raises(Refused) as refusal:
        acts.take_minutes(meeting, file=file, **take)
    assert (refusal.value.refusal.code, f"“{code}” thành “AAAA-BBBB”" in str(refusal.value)) == (
        "word_changed",
        True,
    )
    page = browser(office.thu).get(reverse("paperwork:papers", args=[meeting.key])).content.decode()
    back = reverse("paperwork:take_minutes", args=[meeting.key])
    assert back in page
    acts.number_report(report, number="07-MH/BC-HĐ", issued_on=evening.date(), **take)
    good = edited(signed_minutes, "Tốt.", name=CONCLUSION)
    assert refused(acts.take_minutes, meeting, file=good, **take) == "conflict_minutes_rested_on"
    page = browser(office.thu).get(reverse("paperwork:papers", args=[meeting.key])).content.decode()
    assert back not in page


def test_articles_of_a_draft_come_back(office, evening, report):
    draft = {"by": office.phuc, "at": evening}
    kind, items = DecisionKind.APPROVAL_OF_RESULT, [office.item(report.meeting)]
    decision = draft_decision(office.programme, kind=kind, items=items, **draft)
    address = reverse("paperwork:decision_word", args=[decision.key])
    sent = browser(office.phuc).get(address).content
    said = "Giao Sở hoàn thiện hồ sơ trước ngày 15 tháng 12 năm 2026."
    take = {"file": edited(sent, said, name="Điều 2"), "at": evening}
    assert refused(acts.take_decision, decision, **take, by=office.thu) == "not_province_officer"
    acts.take_decision(decision, **take, by=office.phuc)
    decision.refresh_from_db()
    assert decision.texts == {"Điều 2": said}  # the others go on following the data
    entry = Entry.objects.get(action="decision.take_word")
    assert (entry.data["texts"], len(entry.data["word"])) == (decision.texts, 64)
    assert said in text_of(decision_pdf(decision, at=evening))
    again = written_in(browser(office.phuc).get(address).content)
    assert again.zones["Điều 2"] == said
    bad = edited(sent, said, name="Điều 2", Dứa_sấy_dẻo="Dứa sấy")
    assert refused(acts.take_decision, decision, file=bad, **draft) == "word_changed"
    submit_decision(decision, **draft)
    good = edited(sent, said, name="Điều 2")
    assert refused(acts.take_decision, decision, file=good, **draft) == "conflict_no_draft"


def test_words_of_the_data_written_again_follow_the_data_again(office, evening, report):
    draft = {"by": office.phuc, "at": evening}
    kind, items = DecisionKind.APPROVAL_OF_RESULT, [office.item(report.meeting)]
    decision = draft_decision(office.programme, kind=kind, items=items, **draft)
    words = articles_of(decision_data(decision), {})[1]
    for said, kept in (("Lời khác.", {"Điều 2": "Lời khác."}), (words, {})):
        sent = decision_docx(decision_data(decision), evening)
        acts.take_decision(decision, file=edited(sent, said, name="Điều 2"), **draft)
        assert decision.texts == kept


def test_who_reads_english_hands_in_the_same_papers(office, evening, report, sent, signed_minutes):
    kind, items = DecisionKind.APPROVAL_OF_RESULT, [office.item(report.meeting)]
    draft = {"by": office.phuc, "at": evening}
    decision = draft_decision(office.programme, kind=kind, items=items, **draft)
    article = browser(office.phuc).get(reverse("paperwork:decision_word", args=[decision.key])).content
    with override("en"):
        acts.take_word(report, file=edited(sent, "Tốt."), by=office.thu, at=evening)
        file = edited(signed_minutes, "Tốt.", name=CONCLUSION)
        acts.take_minutes(report.meeting, file=file, by=office.thu, at=evening)
        acts.take_decision(decision, file=edited(article, "Tốt.", name="Điều 2"), **draft)
    stored = MeetingPaper.objects.get(pk=report.pk), Meeting.objects.get(pk=report.meeting_id)
    assert (stored[0].texts, stored[1].closing_note, decision.texts) == (
        {NOTE: "Tốt."}, "Tốt.", {"Điều 2": "Tốt."},
    )  # fmt: skip


def hostile(content: bytes) -> SimpleUploadedFile:
    """The same with an entity declared in its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)
            new.writestr(name, data)
    return SimpleUploadedFile("bao-cao.docx", out.getvalue())
