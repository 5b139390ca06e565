"""A paper never fails for a letter: 5,000 code points, as a database may hold them, over every paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from pypdf import PdfReader

from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.papers import decision_pdf as annulment_pdf
from ocop.casework.certificates import papers as certificates
from ocop.casework.certificates.models import Certificate, ResultNotice
from ocop.casework.courses.papers import of_course as courses
from ocop.casework.courses.selectors import people_of_course
from ocop.casework.dossiers import papers as dossiers
from ocop.casework.dossiers.selectors import latest_submission, submitted_content
from ocop.casework.fieldwork.models import FurtherReport, Visit
from ocop.casework.fieldwork.papers import plans as visits
from ocop.casework.fieldwork.papers import report as reports
from ocop.casework.inspections.models import Inspection, OrderLetter
from ocop.casework.objections.tests.cast import letter_pdf_of_one as objection_letter_pdf
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.advisory import team_report_data
from ocop.casework.paperwork.papers.blank import blank_pdf
from ocop.casework.paperwork.papers.contents import contents_pdf, packed
from ocop.casework.paperwork.papers.frame import FOLDER as PAPERWORK
from ocop.casework.paperwork.papers.samples import labels_pdf, table_pdf
from ocop.casework.renewals.tests.cast import extension_pdf_of_one, letter_pdf_of_one
from ocop.casework.review.models import Meeting
from ocop.casework.review.selectors import members_of
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.papers import decision_pdf as revocation_pdf
from ocop.casework.samples.models import Dispatch, Sample
from ocop.casework.support.models import Activity
from ocop.casework.tourism.models import RouteSheet
from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.engines.letters import printed
from ocop.foundation.printing.tests.printed import printed_now
from ocop.kernel.text import BOX
from ocop.outlets.demo.stage import Stage
from ocop.outlets.reports.leaders import leaders_page, leaders_pdf
from ocop.registers.programme.models import Plan

SOURCE = Path(pdf.ROOT)
OF_WORDS = re.compile(r"(?!<svg|[a-z_]*$|[\d/.-]*$).+", re.DOTALL)
"""Texts that people write: no picture, no name of a case, no day, no number."""
ASKED = 5_000
NO_PAPERS = {"outlets/demo/papers/evidence.typ"}
"""Set from the demonstration's own words when it is built."""
TEAM_PRODUCT = {
    "place": "1", "name": "x y", "producer": "x y", "suggestion": "x y", "total": "61", "findings": ["x y"],
    "conclusion": "x y", "handed_in": "x y", "parts": ["x y"], "sheets": [["x y", "61", "ABCD"]],
}  # fmt: skip
"""Of the small province's team nothing was handed in here."""

CODES = [
    *range(0x00, 0x3000, 4), *range(0xD800, 0xE000, 128), *range(0xE000, 0xF900, 64),
    *range(0xFDD0, 0xFE10, 3),    *range(0xFFF0, 0x10000), *range(0x1F300, 0x1FB00, 4),
]  # fmt: skip
LETTERS = [chr(code) for code in CODES + list(range(0x3000, 0x110000, 0x10D000 // (ASKED - len(CODES))))][
    :ASKED
]


def strewn(data: Any, more: Iterator[str]) -> Any:
    """The same with letters behind every text that people write."""
    if isinstance(data, dict):
        return {key: strewn(value, more) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [strewn(value, more) for value in data]
    return f"{data} {next(more)}" if isinstance(data, str) and OF_WORDS.fullmatch(data) else data


def texts_in(data: Any) -> int:
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    own = isinstance(data, str) and OF_WORDS.fullmatch(data) is not None
    return own + sum(map(texts_in, values))


@pytest.fixture
def set_papers(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many letters each template was asked to set; papers are made as ever, with letters strewn in."""
    made: dict[str, int] = {}
    as_ever = pdf.render

    def with_letters(template: Path | str, data: dict[str, Any], *, at: datetime) -> bytes:
        each = -(-len(LETTERS) // texts_in(data))
        chunks = ["".join(LETTERS[start : start + each]) for start in range(0, len(LETTERS), each)]
        given = iter(chunks + [""] * texts_in(data))
        content = as_ever(template, strewn(data, given), at=at)
        made[str(template)] = sum(map(len, chunks))
        return content

    monkeypatch.setattr(pdf, "render", with_letters)
    return made


def every_paper(stage: Stage) -> dict[str, Callable[[], bytes]]:
    at = datetime(2026, 11, 23, 2, tzinfo=UTC)
    dossier = stage.dossiers["man-say"]
    handed_in, frozen = latest_submission(dossier), submitted_content(dossier)
    meeting = Meeting.objects.filter(minutes_content__isnull=False).earliest("pk")
    item = meeting.items.order_by("pk").first()
    of_meeting = {"meeting": meeting, "by": stage.people["thu"], "at": at}
    contents_head = {
        "illustration": True, "parent": "x y", "agency": "x y", "subject": "x y", "lead": "x y",
    }  # fmt: skip
    ministry = stage.decisions["ministry"]
    course = Activity.objects.get(kind="training")
    visit, phuc = Visit.objects.with_names().get(), stage.people["phuc"]
    reported = reports.report_data(visit, number="", by=phuc, at=at)
    further = FurtherReport(visit=visit, number=1, text="x", reason="x", by=phuc, at=at)
    return {
        "mau_01": lambda: dossiers.form_01(dossier, frozen, handed_in, at=at),
        "mau_02": lambda: dossiers.form_02(dossier, frozen, handed_in, at=at),
        "mau_03": lambda: dossiers.form_03(dossier, dossier.intake_checks.get(), at=at),
        "bien_nhan": lambda: dossiers.receipt(handed_in),
        "minutes": lambda: printed_now(meeting),
        "phieu_danh_gia": lambda: printed_now(MeetingPaper(kind="sheets", item=item, **of_meeting)),
        "bang_diem": lambda: printed_now(MeetingPaper(kind="scores", **of_meeting)),
        "bao_cao_hoi_dong": lambda: printed_now(MeetingPaper(kind="report", **of_meeting)),
        "bao_cao_to_tu_van": lambda: pdf.render(
            PAPERWORK / "bao_cao_to_tu_van.typ",
            {
                **team_report_data(MeetingPaper(kind="advisory", report=item.advisory_report, **of_meeting)),
                "products": [TEAM_PRODUCT],
            },
            at=at,
        ),
        "phieu_trang": lambda: blank_pdf(meeting, members_of(meeting.council, meeting.starts_at)[0], at=at),
        "bang_so_mau": lambda: table_pdf(meeting, [item], by=stage.people["thu"], at=at),
        "nhan_mau": lambda: labels_pdf(meeting, [item], copies=1, at=at),
        "danh_muc": lambda: contents_pdf([packed("a.pdf", "x y", b"z")], contents_head, at=at),
        "quyet_dinh": lambda: certificates.decision_pdf(ministry, at=at),
        "to_trinh": lambda: certificates.submission_letter_pdf(ministry, at=at),
        "cong_van": lambda: certificates.proposal_letter_pdf(ministry.items.get(), None, at=at),
        "thong_bao": lambda: printed_now(ResultNotice.objects.earliest("pk")),
        "giay_chung_nhan": lambda: printed_now(Certificate.objects.earliest("pk")),
        "de_nghi_danh_gia_lai": lambda: letter_pdf_of_one(at),
        "keo_dai": lambda: extension_pdf_of_one(at),
        "ke_hoach_kiem_tra": lambda: visits.plan_pdf(visit.programme, visit.day, [visit], at=at),
        "thong_bao_kiem_tra": lambda: visits.notice_pdf(visit, at=at),
        "bien_ban_thuc_te": lambda: pdf.render(reports.TEMPLATE, reports.with_pictures(reported), at=at),
        "bien_ban_bo_sung": lambda: pdf.render(
            reports.FURTHER_TEMPLATE, reports.further_data(further), at=at
        ),
        "bien_ban_kiem_tra": lambda: printed_now(Inspection.objects.get(state="concluded")),
        "yeu_cau_khac_phuc": lambda: printed_now(OrderLetter.objects.get()),
        "huy_bo": lambda: annulment_pdf(Annulment.objects.get(), at=at),
        "tra_loi_kien_nghi": lambda: objection_letter_pdf(at),
        "thu_hoi": lambda: revocation_pdf(Revocation.objects.get(), at=at),
        "bien_ban_lay_mau": lambda: printed_now(Sample.objects.get()),
        "phieu_gui_mau": lambda: printed_now(Dispatch.objects.get()),
        "tuyen": lambda: printed_now(RouteSheet.objects.earliest("pk")),
        "ma_diem_danh": lambda: courses.day_code_pdf(course.days.earliest("day"), at=at),
        "danh_sach_ky": lambda: courses.sheet_pdf(course.days.latest("day"), at=at),
        "chung_nhan_tap_huan": lambda: courses.certificates_pdf(course, people_of_course(course), at=at),
        "leaders": lambda: leaders_pdf(leaders_page(Plan.objects.earliest("pk"), date(2026, 11, 23)), at),
    }


@pytest.fixture
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where the province keeps its files."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.getbasetemp() / "files"):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("files", "places")
def test_no_paper_fails_for_a_letter(stage: Stage, set_papers: dict[str, int]) -> None:
    papers = every_paper(stage)
    made = {name: make() for name, make in papers.items()}
    assert {name: one[:5] for name, one in made.items()} == dict.fromkeys(papers, b"%PDF-")
    titles = {name: PdfReader(BytesIO(one)).metadata for name, one in made.items()}
    assert [name for name, one in titles.items() if not one or not (one.title or "").strip()] == []
    assert set(set_papers.values()) == {ASKED}
    kept = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("papers/*.typ")} - NO_PAPERS
    parts = {path for path in kept if re.search(r"^#let", (SOURCE / path).read_text("utf-8"), re.MULTILINE)}
    samples = {path for path in kept if Path(path).name.startswith("sample_")}
    assert set(set_papers) | samples | {path for path in parts if "draft" in path} == kept


def test_the_letters_are_of_every_kind() -> None:
    assert len(set(LETTERS)) == ASKED
    kinds = {unicodedata.category(letter) for letter in LETTERS}
    assert {"Cs", "Co", "Cn", "Cc", "Cf", "Lo", "Ll", "Lu", "Mn", "So", "Zs", "Nd", "Sm"} <= kinds
    boxes = sum(printed(letter) == BOX for letter in LETTERS)
    assert ASKED * 0.1 < boxes < ASKED * 0.9
