"""People of offices from a table: shown first, then all of them or nobody."""

import io

import pytest
from django.core.files.base import ContentFile
from openpyxl import load_workbook

from ocop.foundation.accounts.acts import open_commune_offices, open_office
from ocop.foundation.accounts.models import Appointment, Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.models import Place
from ocop.foundation.tables.tests.building import Page, xls, xlsx

PAGE = "/nguoi-dung/tu-bang/"
HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "SĐT", "Email", "Vai trò", "Từ ngày", "Căn cứ"]
ROWS = [
    ["ỦY BAN NHÂN DÂN TỈNH"], ["DANH SÁCH CÁN BỘ"], HEAD, ["I", "Xã Bản Lầu"],
    [1, "Lê Thị Hà", "Công chức", "UBND xã Bản Lầu", 912000111, "ha@laocai.gov.vn", "Cán bộ xã",
     "1/12/2026", "QĐ 12"],
    [2, "Vũ Văn Tín", "Chủ tịch", "", "0912000112", "", "Người ký", "", ""],
    ["II", "Sở"], [1, "Đỗ Thị Hoa", "Chuyên viên", "Sở Nông nghiệp", "0912000113", "", "Thư ký", "", ""],
    ["", "Tổng cộng: 03 người"],
]  # fmt: skip


@pytest.fixture
def desk(client, cast, at, operator):
    """Signed in as the operator; the commune and a department have offices."""
    communes = Place.objects.filter(pk=cast.commune.pk)
    open_commune_offices(province=cast.province, communes=communes, by=operator, at=at)
    open_office(
        level="province", body="agriculture_department", place=cast.province, name="Sở Nông nghiệp",
        by=operator, at=at,
    )  # fmt: skip
    client.force_login(operator)
    return client


def send(client, content, name="nguoi.xlsx"):
    return client.post(PAGE, {"file": ContentFile(content, name=name)}, follow=True)


@pytest.mark.parametrize("made", [xlsx, xls])
def test_everybody_is_shown_then_appointed(desk, cast, made):
    page = send(desk, made(Page(ROWS)))
    assert (page.context["table_faults"], page.context["faulty_count"], page.context["good_count"]) == (
        [],
        0,
        3,
    )
    assert [left[0] for left in page.context["left_out"]] == [4, 7, 9]
    assert not Person.objects.filter(phone__startswith="0912000").exists()
    here = f"{PAGE}?bang={page.context['file'].key}"
    assert desk.post(here, {"save": "1"}).url == "/nguoi-dung/"
    made_now = Appointment.objects.filter(person__phone__startswith="0912000").order_by("person__phone")
    assert [(one.person.full_name, one.person.username, one.office.name, one.role) for one in made_now] == [
        ("Lê Thị Hà", "0912000111", "Ủy ban nhân dân xã Bản Lầu", Role.COMMUNE_OFFICER),
        ("Vũ Văn Tín", "0912000112", "Ủy ban nhân dân xã Bản Lầu", Role.SIGNER),
        ("Đỗ Thị Hoa", "0912000113", "Sở Nông nghiệp", Role.SECRETARY),
    ]
    assert Entry.objects.filter(action="person.open_account").count() == 3
    assert desk.post(here, {"save": "1"}).status_code == 422


def one_row(**given):
    row = dict(zip(HEAD, ROWS[4], strict=True)) | given
    return xlsx(Page([HEAD, [row[title] for title in HEAD]]))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"Đơn vị": "UBND xã Bắc Hà"}, "Không thấy cơ quan “UBND xã Bắc Hà”"),
        ({"Vai trò": "Cán bộ tỉnh"}, "Vai trò này không có ở cấp của cơ quan đã chọn."),
        ({"Vai trò": "Thủ kho"}, "“Thủ kho” không có trong các giá trị được nhận."),
        ({"SĐT": ""}, "Cần số điện thoại hoặc tên đăng nhập."),
        ({"Email": "binh@x.vn"}, "này là của “Nguyễn Bình”"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_appointed(desk, operator, given, said):
    operator.email = "binh@x.vn"
    operator.save()
    before = Appointment.objects.count(), Person.objects.count()
    page = send(desk, one_row(**given))
    assert said in page.content.decode()
    assert desk.post(f"{PAGE}?bang={page.context['file'].key}", {"save": "1"}).status_code == 422
    assert (Appointment.objects.count(), Person.objects.count()) == before


def test_somebody_known_gets_no_second_account(desk, cast):
    cast.minh.phone = "0912000111"
    cast.minh.save()
    page = send(desk, one_row(**{"Họ và tên": cast.minh.full_name, "Email": ""}))
    desk.post(f"{PAGE}?bang={page.context['file'].key}", {"save": "1"})
    assert Appointment.objects.filter(person=cast.minh, role=Role.COMMUNE_OFFICER).count() == 1


def test_the_template_names_offices_and_roles(desk):
    book = load_workbook(io.BytesIO(desk.get("/nguoi-dung/mau.xlsx").content))
    words = {cell.value for row in book.worksheets[1].iter_rows() for cell in row}
    assert {"Ủy ban nhân dân xã Bản Lầu", "Cán bộ xã", "Người ký"} <= words


def test_it_is_for_operators(client, cast):
    client.force_login(cast.minh)
    assert [client.get(address).status_code for address in (PAGE, "/nguoi-dung/mau.xlsx")] == [403, 403]
