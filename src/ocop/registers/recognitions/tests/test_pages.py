"""Pages of the register: bringing a table in, what came of it, one recognition, the check of an old code."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from ocop.registers.products.models import Recognition
from ocop.registers.recognitions.models import Correction, Entered, RegisterImport
from ocop.registers.recognitions.tests.conftest import table

pytestmark = pytest.mark.django_db
HOME = "/danh-ba/da-cong-nhan/"


@pytest.fixture
def desk(programme, tuan, client):
    """Tuấn at the desk."""
    client.force_login(tuan)
    return client


def send(desk, *rows):
    """Hands a table in; the page of what was read."""
    file = SimpleUploadedFile("danh-ba.xlsx", table(*rows))
    return desk.post(f"{HOME}nhap/", {"file": file}, follow=True)


def test_a_table_is_shown_and_saved(desk):
    page = send(desk, {}, {"name": "Trà", "product_code": "", "valid_until": ""})
    text = page.content.decode()
    assert "Bảng đã sạch" in text
    assert "tính theo thời hạn" in text
    assert not RegisterImport.objects.exists()
    saved = desk.post(
        page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"], {"save": "1"}, follow=True
    )
    made = RegisterImport.objects.get()
    assert saved.request["PATH_INFO"] == made.get_absolute_url()
    assert "Đã ghi mới 2 công nhận" in saved.content.decode()
    assert (made.created, made.file.name, made.file.sha256) == (2, "danh-ba.xlsx", made.sha256)
    listed = desk.get(HOME, {"q": "mứt"}).content.decode()  # tables are not found by words
    assert made.file_name in listed
    assert 'name="q"' not in listed.partition("<main")[2]
    again = send(desk, {})
    assert again.context["faulty_count"] == 0


def test_the_right_rows_alone(desk):
    page = send(desk, {}, {"name": "Trà", "stars": "5"})
    assert "Chỉ lưu 1 dòng đúng" in page.content.decode()
    address = page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]
    assert desk.post(address, {"save": "1"}).status_code == 422
    text = desk.post(address, {"partly": "1"}, follow=True).content.decode()
    assert "không công nhận hạng sao này" in text
    assert Recognition.objects.get().product.name == "Mứt dứa"


def test_the_page_says_what_is_on_record_otherwise(desk, bring):
    bring({})
    page = send(desk, {"stars": "3", "decided_on": "15/12/2025", "valid_until": ""})
    assert "đã có trong danh bạ với thông tin khác: Hạng sao: 4" in page.content.decode()


def test_taking_back_by_the_page(desk, bring):
    bring({})
    made = RegisterImport.objects.get()
    assert "Thu lại lần nhập" in desk.get(made.get_absolute_url()).content.decode()
    text = desk.post(f"{made.get_absolute_url()}thu-lai/", follow=True).content.decode()
    assert "đã được thu lại lúc" in text
    assert not Recognition.objects.exists()


def test_the_template_is_read_as_it_is(desk):
    sheet = load_workbook(io.BytesIO(desk.get(f"{HOME}mau.xlsx").content)).worksheets[0]
    words = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "Mứt dứa Bản Lầu" in words


def test_one_is_entered_and_put_right_by_pages(desk, cast):
    sent = {"name": "Mứt dứa", "holder": "HTX Dứa", "stars": "3", "authority": "UBND huyện Mường Khương",
            "decided_on": "2/7/2025", "commune": cast.commune.pk,
            "product_code": "10-086-02788-1-2025"}  # fmt: skip
    page = desk.post(f"{HOME}ghi/", sent, follow=True)
    entered = Entered.objects.get()
    assert page.request["PATH_INFO"] == entered.get_absolute_url()
    assert desk.get(f"{HOME}{10**20}/").status_code == 404
    assert "khi không còn cấp huyện" in page.content.decode()
    asked = desk.get(f"{entered.get_absolute_url()}sua/").content.decode()
    assert "10-086-02788-1-2025" in asked
    right = {"stars": "3", "authority": "UBND huyện Mường Khương", "decided_on": "30/6/2025",
             "valid_from": "30/6/2025", "valid_until": "30/6/2028", "product_code": "10-086-02788-1-2025",
             "reason": "Gõ nhầm ngày."}  # fmt: skip
    wrong = desk.post(f"{entered.get_absolute_url()}sua/", right | {"stars": "5"})
    assert (wrong.status_code, Correction.objects.exists()) == (422, False)
    text = desk.post(f"{entered.get_absolute_url()}sua/", right, follow=True).content.decode()
    assert "Ngày quyết định: 02/07/2025 → 30/06/2025" in text
    assert Recognition.objects.get().expires_on == date(2028, 6, 30)


OLD = "10-086-02788-1-2020"


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({}, "Còn hiệu lực"),
        ({"decided_on": "15/12/2020", "valid_until": ""}, "Hết hạn"),
        ({"decided_on": "", "valid_until": ""}, "chưa có dữ liệu về hiệu lực hiện nay"),
    ],
)
def test_an_old_code_answers_on_the_check_page(bring, client, row, word):
    bring(row | {"product_code": OLD, "place": "xã Lùng Vai, huyện Mường Khương"})
    page = client.get(f"/xac-minh/{OLD}./")
    text = page.content.decode()
    assert page.status_code == 200
    for said in (
        word,
        "Thông tin nhập từ danh bạ giấy",
        "Chủ tịch UBND tỉnh Lào Cai",
        "xã Bản Lầu",
        "Lùng Vai",
        OLD,
    ):
        assert said in text
    assert client.get(f"/xac-minh/?ma={OLD}").url == f"/xac-minh/{OLD}/"
    assert client.get(f"/v/{OLD}").status_code == 200
    assert not client.cookies


def test_it_speaks_english(bring, client):
    bring({"product_code": OLD})
    assert "As entered from the paper register" in client.get(f"/en/xac-minh/{OLD}/").content.decode()
