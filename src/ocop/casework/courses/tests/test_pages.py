"""The pages of a course: for officers, for whoever scans, and what nobody else sees."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from ocop.casework.courses.acts import add_material, sign_in
from ocop.casework.courses.models import Attendance, CourseDay, Material
from ocop.casework.courses.papers.of_course import certificates_pdf, day_code_pdf, sheet_pdf
from ocop.casework.courses.selectors import people_of_course
from ocop.casework.courses.tests.learning import FIRST, Course
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.support.rules.people import Group, Via
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.tests import samples
from ocop.foundation.tables.tests.building import Page, xlsx
from ocop.foundation.ui.tests.markup import tight

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_limits(settings: Any) -> None:
    """Many scans of many tests come from one address within a minute."""
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def course(cast: object, at: datetime, monkeypatch: pytest.MonkeyPatch) -> Course:
    """The clock of the pages stands on the morning of the first day."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    return Course(Scene(cast, at), at)


@pytest.fixture
def officer(course: Course) -> Client:
    client = Client()
    client.force_login(course.phuc)
    return client


def url(name: str, course: Course, *more: Any) -> str:
    return reverse(f"courses:{name}", args=[course.activity.key, *more])


def scan(course: Course, client: Client | None = None, **fields: Any) -> Any:
    answer = {"name": "Lý Thị Mỷ", "group": "producer", "place": course.commune.pk, "unit": "HTX Dứa Bản Lầu"}
    return (client or Client()).post(f"/dd/{course.first.code}", answer | fields)


def test_anybody_signs_in_with_the_code_alone(course: Course) -> None:
    page = Client().get(f"/DD/{course.first.code}")
    assert (page.status_code, "Lớp kế toán cho hợp tác xã" in page.content.decode()) == (200, True)
    assert (
        "ocop" not in Client().get(f"/dd/{course.first.code}").cookies
    )  # no session; only the token of the form
    assert "Đã ghi tên" in scan(course).content.decode()
    row = Attendance.objects.get()
    assert (row.name, row.day, row.via, row.producer) == ("Lý Thị Mỷ", FIRST, Via.QR, course.scene.producer)
    assert "Bạn đã có tên rồi" in scan(course).content.decode()
    assert Attendance.objects.count() == 1


def test_the_form_of_the_code_is_guarded_against_other_sites(course: Course) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = scan(course, client)
    assert (answer.status_code, Attendance.objects.count()) == (403, 0)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "  ", "Hãy điền ô này."),
        ("name", "12", "Chưa ghi họ tên."),
        ("group", "", "Chọn một nhóm."),
        ("place", "", "Hãy chọn xã hoặc phường."),
        ("place", "999999999", "Hãy chọn một xã hoặc phường trong danh sách"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    course: Course, field: str, value: str, said: str
) -> None:
    answer = scan(course, **{field: value, "unit": "Tổ dệt Na Lộc"})
    text = answer.content.decode()
    assert (answer.status_code, said in text, "Tổ dệt Na Lộc" in text) == (422, True, True)
    assert Attendance.objects.count() == 0


@pytest.mark.parametrize(
    ("moved", "status", "said"),
    [(-1, 410, "Chưa đến ngày học"), (1, 410, "đã hết hạn")],
)
def test_a_code_of_another_day_says_so(
    course: Course, moved: int, status: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: course.at + timedelta(days=moved))
    answer = scan(course)
    assert (answer.status_code, said in answer.content.decode(), Attendance.objects.count()) == (
        status,
        True,
        0,
    )


def test_an_unknown_code_says_so(course: Course) -> None:
    answer = Client().get("/dd/1-ABCDEFGHJKMN")
    assert (answer.status_code, "không dùng được" in answer.content.decode()) == (404, True)


def test_too_many_names_at_once_are_asked_to_wait(course: Course, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"support_sign_in": "2/m/ip"}
    client = Client(REMOTE_ADDR="203.0.113.77")
    assert [scan(course, client, name=name).status_code for name in ("Một A", "Hai B", "Ba C")] == [
        200,
        200,
        422,
    ]
    assert list(Attendance.objects.values_list("name", flat=True)) == ["Một A", "Hai B"]


def test_the_page_of_the_course_counts_producers_and_officials_apart(course: Course, officer: Client) -> None:
    sign_in(course.first.code, course.learner(), at=course.at)
    sign_in(course.first.code, course.learner("Vàng A Tủa", Group.OFFICIAL), at=course.at)
    text = tight(officer.get(url("course", course)).content.decode())
    assert "2 người đã dự, 0 người đủ ngày" in text
    assert "1 chủ thể · 1 cán bộ" in text


def test_all_days_come_with_one_press(course: Course, officer: Client) -> None:
    CourseDay.objects.all().delete()
    assert "Thêm cả 2 ngày" in officer.get(url("course", course)).content.decode()
    officer.post(url("add_period", course))
    assert CourseDay.objects.count() == 2


def test_a_day_outside_is_refused_on_the_form(course: Course, officer: Client) -> None:
    answer = officer.post(url("add_day", course), {"day": "1/1/2027", "venue": "Hội trường"})
    text = answer.content.decode()
    assert (answer.status_code, "nằm ngoài khoá học" in text, "1/1/2027" in text) == (422, True, True)


def test_a_day_is_added_and_removed(course: Course, officer: Client) -> None:
    officer.post(url("remove_day", course, course.second.pk))
    assert officer.post(url("add_day", course), {"day": "24/11/2026"}).url == url("course", course)
    assert CourseDay.objects.count() == 2


def test_the_code_is_shown_and_changed(course: Course, officer: Client) -> None:
    page = officer.get(url("day_code", course, course.first.pk)).content.decode()
    assert course.first.sign_in_url in page
    officer.post(url("renew_code", course, course.first.pk))
    assert Client().get(f"/dd/{course.first.code}").status_code == 404
    assert (
        course.again(course.first).sign_in_url
        in officer.get(url("day_code", course, course.first.pk)).content.decode()
    )


def test_a_pasted_list_is_entered(course: Course, officer: Client) -> None:
    text = "1. Lý Thị Mỷ; Bản Lầu; HTX Dứa Bản Lầu\nVàng A Tủa\tBản Lầu\tUBND xã\tCán bộ"
    answer = officer.post(url("record_sheet", course, course.first.pk), {"group": "producer", "people": text})
    assert answer.url == url("course", course)
    assert list(Attendance.objects.values_list("name", "group", "via")) == [
        ("Lý Thị Mỷ", "producer", "sheet"), ("Vàng A Tủa", "official", "sheet"),
    ]  # fmt: skip


def test_a_faulty_line_is_named_and_nothing_is_lost(course: Course, officer: Client) -> None:
    text = "Lý Thị Mỷ; Bản Lầu\nVàng A Tủa; Paris"
    answer = officer.post(url("record_sheet", course, course.first.pk), {"group": "producer", "people": text})
    page = answer.content.decode()
    assert (answer.status_code, Attendance.objects.count()) == (422, 0)
    assert "Dòng 2 “Vàng A Tủa Paris”: Không thấy xã, phường “Paris”" in page
    assert "Lý Thị Mỷ; Bản Lầu" in page


def test_an_empty_list_is_refused(course: Course, officer: Client) -> None:
    answer = officer.post(
        url("record_sheet", course, course.first.pk), {"group": "producer", "people": " \n"}
    )
    assert (answer.status_code, "Danh sách chưa có ai" in answer.content.decode()) == (422, True)


def test_a_table_is_shown_as_read_then_entered(course: Course, officer: Client) -> None:
    sheet = load_workbook(io.BytesIO(officer.get(url("sheet_template", course)).content)).worksheets[0]
    header = [str(cell.value) for cell in sheet[1] if cell.value][:5]
    address = url("record_table", course, course.first.pk)

    def send(rows: list[list[Any]]) -> Any:
        upload = ContentFile(xlsx(Page([header, *rows])), name="danh-sach.xlsx")
        return officer.post(address, {"group": "official", "file": upload}, follow=True)

    page = send([["1", "Lý Thị Mỷ", "Paris", "", ""]])
    assert "Không thấy xã, phường “Paris”" in page.content.decode()
    here = f"{address}?bang={page.context['file'].key}"
    assert officer.post(here, {"save": "1"}).status_code == 422
    page = send([["1", "Lý Thị Mỷ", "Bản Lầu", "UBND xã", ""], ["", "Cộng: 01 người"]])
    assert (page.context["good_count"], [left[0] for left in page.context["left_out"]]) == (1, [3])
    assert Attendance.objects.count() == 0
    here = f"{address}?bang={page.context['file'].key}"
    assert officer.post(here, {"save": "1"}).url == url("course", course)
    assert Attendance.objects.get().group == "official"
    assert officer.post(here, {"save": "1"}).status_code == 422
    other = Client()
    other.force_login(course.quang)
    assert other.get(here).status_code in {403, 404}


def test_the_list_finds_without_marks_and_can_be_saved(course: Course, officer: Client) -> None:
    sign_in(course.first.code, course.learner(), at=course.at)
    sign_in(course.first.code, course.learner("Vàng A Tủa"), at=course.at)
    text = officer.get(url("attendances", course), {"q": "ly my"}).content.decode()
    assert ("Lý Thị Mỷ" in text, "Vàng A Tủa" in text) == (True, False)
    saved = load_workbook(
        io.BytesIO(officer.get(url("attendances", course), {"xuat": "xlsx"}).content)
    ).active
    assert [cell.value for cell in saved[1]] == [
        "Họ và tên", "Ngày", "Nhóm", "Xã, phường", "Chủ thể hoặc cơ quan", "Ghi bằng", "Được đếm",
    ]  # fmt: skip
    assert saved.max_row == 3


def test_a_row_is_corrected_and_withdrawn_on_its_pages(course: Course, officer: Client) -> None:
    row, _ = sign_in(course.first.code, course.learner(), at=course.at)
    data = {"name": "Lý Thị Mẩy", "group": "producer", "place": "", "unit": "", "reason": "Gõ nhầm"}
    assert officer.post(url("correct_attendance", course, row.pk), data).url == url("course", course)
    row.refresh_from_db()
    assert (row.name, row.place) == ("Lý Thị Mẩy", None)
    assert officer.post(url("withdraw_attendance", course, row.pk), {"reason": ""}).status_code == 422
    officer.post(url("withdraw_attendance", course, row.pk), {"reason": "Không dự"})
    row.refresh_from_db()
    assert row.withdrawn_reason == "Không dự"
    assert "Không dự" in officer.get(url("attendances", course), {"rut": "rut"}).content.decode()


def test_materials_reach_the_producer_whose_people_came(course: Course, officer: Client) -> None:
    upload = pdf()
    officer.post(url("add_material", course), {"title": "Sổ tay", "upload": upload})
    material = Material.objects.get()
    lan = Client()
    lan.force_login(course.lan)
    assert lan.get(material.file.get_absolute_url()).status_code == 404
    sign_in(course.first.code, course.learner(unit="HTX Dứa Bản Lầu"), at=course.at)
    assert lan.get(material.file.get_absolute_url()).status_code == 200
    page = lan.get(course.activity.get_absolute_url()).content.decode()
    assert ("Sổ tay" in page, "Lý Thị Mỷ" in page) == (True, False)


def test_a_producer_does_not_see_who_else_learned(course: Course) -> None:
    sign_in(course.first.code, course.learner(unit="HTX Dứa Bản Lầu"), at=course.at)
    lan = Client()
    lan.force_login(course.lan)
    assert lan.get(url("course", course)).status_code == 403
    assert lan.get(url("attendances", course)).status_code == 403


def test_the_sheet_to_sign_names_those_of_the_other_days(course: Course) -> None:
    sign_in(course.first.code, course.learner(unit="HTX Dứa Bản Lầu"), at=course.at)
    text = text_of(sheet_pdf(course.second, at=course.at))
    assert ("Lý Thị Mỷ" in text, "ngày 24 tháng 11 năm 2026" in text, "Cán bộ xã, thôn, bản" in text) == (
        True,
    ) * 3


def test_names_that_no_typeface_has_are_boxes(course: Course) -> None:
    sign_in(course.first.code, course.learner(samples.HARD, unit=samples.HARD), at=course.at)
    type(course.activity).objects.update(name=samples.HARD, agency=samples.HARD)
    course.activity.refresh_from_db()
    course.first.refresh_from_db()
    course.second.refresh_from_db()
    people = people_of_course(course.activity)
    papers = (
        sheet_pdf(course.second, at=course.at),
        day_code_pdf(course.first, at=course.at),
        certificates_pdf(course.activity, people, at=course.at),
    )
    assert [samples.HARD_SHOWN in text_of(paper) for paper in papers] == [True] * 3


def test_the_sheet_with_the_code_can_be_scanned(course: Course) -> None:
    reader = PdfReader(io.BytesIO(day_code_pdf(course.first, at=course.at)))
    assert len(reader.pages) == 1
    assert course.first.sign_in_url.partition("//")[2] in text_of(day_code_pdf(course.first, at=course.at))
    assert qr.read(qr.png(course.first.sign_in_url.upper())) == [course.first.sign_in_url.upper()]


def test_certificates_are_for_those_who_earned_them(course: Course, officer: Client) -> None:
    sign_in(course.first.code, course.learner(), at=course.at)
    refused = officer.get(url("course_certificates", course))
    assert (refused.status_code, "Chưa có ai dự đủ" in refused.content.decode()) == (403, True)
    sign_in(course.second.code, course.learner(), at=course.at + timedelta(days=1))
    row, _ = sign_in(course.first.code, course.learner("Vàng A Tủa"), at=course.at)
    everyone = officer.get(url("course_certificates", course)).content
    assert (len(PdfReader(io.BytesIO(everyone)).pages), "Lý Thị Mỷ" in text_of(everyone)) == (1, True)
    assert officer.get(url("course_certificates", course), {"luot": row.pk}).status_code == 403
    with pytest.raises(ValueError, match="nobody"):
        certificates_pdf(course.activity, [], at=course.at)


def test_the_same_certificates_are_the_same_bytes(course: Course) -> None:
    sign_in(course.first.code, course.learner(), at=course.at)
    people = people_of_course(course.activity)
    assert certificates_pdf(course.activity, people, at=course.at) == certificates_pdf(
        course.activity, people, at=course.at
    )


def test_help_without_learners_has_no_course_page(course: Course, officer: Client) -> None:
    fair = course.plan(kind="fair", facts={"form": "fair", "venue": "Sa Pa"})
    assert officer.get(reverse("courses:course", args=[fair.key])).status_code == 403


def test_a_material_of_a_course_needs_an_office(course: Course) -> None:
    material = add_material(course.activity, title="Sổ tay", upload=pdf(), by=course.phuc, at=course.at)
    stranger = Client()
    stranger.force_login(course.quang)
    assert stranger.get(material.file.get_absolute_url()).status_code == 404


def text_of(content: bytes) -> str:
    """The words of a PDF with single blanks."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
