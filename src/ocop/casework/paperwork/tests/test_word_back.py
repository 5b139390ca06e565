"""The report comes back from Word: zones are read, everything else must say what was sent out."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.paperwork import acts
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.word import NOTE
from ocop.casework.paperwork.tests.test_papers import text_of
from ocop.casework.review.tests.cast import refused
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.engines.written import changes, written_in
from ocop.foundation.documents.selectors import content_of
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


def edited(content: bytes, zone: str | None = None, **swaps: str) -> SimpleUploadedFile:
    """Word's file with another text in the zone, and words swapped elsewhere."""
    file = Document(io.BytesIO(content))
    for control in file.element.iter(qn("w:sdt")):
        if zone is not None and control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == NOTE:
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
