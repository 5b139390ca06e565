"""The advisory team's report in the chain: made from what was handed in, with number, signer and scores."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from ocop.casework.advisory.models import TeamSheet
from ocop.casework.advisory.tests.cast import Advisers
from ocop.casework.advisory.tests.test_sheets import sealed
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.tests.cast import Office
from ocop.casework.paperwork.tests.test_papers import browser, text_of
from ocop.casework.review.models import Meeting
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.printing.tests.printed import make_papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(cast: object, at: Any) -> Office:
    """A council whose team scores first."""
    return Office(cast, at, advisory_scores=True)


@pytest.fixture
def meeting(office: Office, evening: Any) -> Meeting:
    """Closed, with a report and a sealed sheet of the team on the first product alone."""
    advisers, opened = Advisers(office), office.scoring("Dứa sấy dẻo", "Mận sấy")
    dossier = office.item(opened).dossier
    sealed(advisers, dossier, 61)
    advisers.written(dossier)
    advisers.hand_in(dossier)
    return office.finished(opened)


def test_it_is_made_with_the_others(office, evening, meeting):
    address = reverse("paperwork:papers", args=[meeting.key])
    assert "Chưa có tệp trong hệ thống" not in browser(office.thu).get(address).content.decode()
    assert [one.kind for one in office.made(meeting)] == ["sheets", "sheets", "advisory", "scores", "report"]
    assert office.made(meeting) == []
    assert make_papers(evening).failed == []
    paper = MeetingPaper.objects.get(kind="advisory")
    said = text_of(content_of(paper.file))
    code = TeamSheet.objects.get().code
    told = ("10-MH/BC-TTV", "Mẫu Giang", "Đạt, có minh chứng.", "Đủ điều kiện.", "61", code, "TỔ TRƯỞNG")
    assert [one for one in told if one not in said] == []
    assert "Mận sấy" not in said  # of which the team handed nothing in
    word = browser(office.thu).get(reverse("paperwork:team_report_word", args=[paper.key]))
    lines = [line.text for line in Document(io.BytesIO(word.content)).paragraphs]
    assert "Ý kiến tóm tắt: Đủ điều kiện." in lines


def test_it_lies_in_the_archive(office, evening, meeting):
    office.made(meeting)
    make_papers(evening)
    answer = browser(office.phuc).get(reverse("paperwork:archive", args=[meeting.key]))
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        names = [name for name in archive.namelist() if name.startswith("04-")]
    assert names == ["04-bao-cao-to-tu-van-10-mh-bc-ttv.pdf", "04-bao-cao-to-tu-van-10-mh-bc-ttv.docx"]


def test_members_do_not_open_it(office, evening, meeting):
    office.made(meeting)
    address = reverse("paperwork:team_report_word", args=[MeetingPaper.objects.get(kind="advisory").key])
    asked = {who: browser(who).get(address).status_code for who in (office.thu, office.hoa)}
    assert asked == {office.thu: 200, office.hoa: 404}
