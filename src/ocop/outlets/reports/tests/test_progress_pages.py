"""The pages of a plan: who opens them, that each number leads to its records, filters,
files, one sheet of A4.
"""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from ocop.foundation.accounts.rules import Role
from ocop.foundation.places.selectors import communes_of
from ocop.registers.programme.models import Task

PAGES = ["tien-do/", "chi-tieu/new_products/", "mot-trang/", "mot-trang.pdf"]


@pytest.fixture
def plan(register):
    plan = register.plan(2022)
    register.target(plan, "new_products", 30)
    register.target(plan, "", key="visits", unit="cơ sở")
    for commune in communes_of("15", date(2026, 6, 1))[:2]:
        register.recognise(register.product(register.producer(commune=commune)), date(2022, 7, 8))
    return plan


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "status"), [("tuan", 200), ("minh", 200), ("quang", 404), (None, 302)])
def test_who_opens_them(client, cast, plan, tuan, minh, page, who, status):
    if who:
        client.force_login({"tuan": tuan, "minh": minh, "quang": cast.quang}[who])
    assert client.get(f"/ke-hoach/15/2022/{page}").status_code == status


@pytest.mark.parametrize("address", ["/ke-hoach/15/2021/tien-do/", "/ke-hoach/15/2022/chi-tieu/nothing/"])
def test_what_does_not_exist(client, plan, tuan, address):
    client.force_login(tuan)
    assert client.get(address).status_code == 404


def test_every_number_leads_to_its_records(client, plan, tuan):
    client.force_login(tuan)
    page = client.get("/ke-hoach/15/2022/tien-do/").content.decode()
    assert '<a href="/ke-hoach/15/2022/chi-tieu/new_products/">2</a>' in page
    records = client.get("/ke-hoach/15/2022/chi-tieu/new_products/").context["table"]
    assert [row.record.label for row in records.paginated_rows] == ["Sản phẩm 4", "Sản phẩm 6"]


def test_records_come_in_pages(client, register, plan, tuan):
    for _ in range(30):
        register.recognise(register.product(), date(2022, 9, 9))
    client.force_login(tuan)
    pages = [client.get(f"/ke-hoach/15/2022/chi-tieu/new_products/?trang={page}") for page in ("1", "2", "x")]
    assert [len(list(page.context["table"].paginated_rows)) for page in pages] == [25, 7, 25]


def test_an_officer_of_a_commune_sees_that_commune_alone(client, cast, plan, minh, register):
    register.recognise(register.product(register.producer(commune=cast.commune)), date(2022, 7, 8))
    client.force_login(minh)
    page = client.get("/ke-hoach/15/2022/tien-do/")
    assert [row.record.done for row in page.context["table"].rows] == [1, 0]
    assert "Chỉ tính trên địa bàn" in page.content.decode()


@pytest.mark.parametrize(
    ("query", "keys"),
    [("", ["new_products", "visits"]), ("muc=missed", ["new_products"]), ("muc=unknown", ["visits"]),
                        ("muc=met", []), ("q=new_products", ["new_products"]),
                        ("muc=nothing", ["new_products", "visits"])],
)  # fmt: skip
def test_filters(client, plan, tuan, query, keys):
    client.force_login(tuan)
    table = client.get(f"/ke-hoach/15/2022/tien-do/?{query}").context["table"]
    assert [row.record.target.key for row in table.rows] == keys


def rows_of(response):
    return [list(row) for row in load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True)]


def test_spreadsheets(client, plan, tuan):
    client.force_login(tuan)
    table = rows_of(client.get("/ke-hoach/15/2022/tien-do/?xuat=xlsx"))
    assert [row[:3] for row in table] == [
        ["Chỉ tiêu", "Kế hoạch", "Đã có"], ["Chỉ tiêu new_products (sản phẩm)", "ít nhất 30", 2],
        ["Chỉ tiêu  (cơ sở)", "chưa rõ", 0],
    ]  # fmt: skip
    records = rows_of(client.get("/ke-hoach/15/2022/chi-tieu/new_products/?xuat=xlsx"))
    assert [row[0] for row in records] == ["Tên", "Sản phẩm 4", "Sản phẩm 6"]


def test_late_tasks_name_their_holder(client, plan, tuan):
    today = timezone.localdate()
    for number, due in ((1, date(2022, 3, 1)), (2, today), (3, None)):
        Task.objects.create(
            plan=plan, number=number, name=f"Việc {number}", agency="Sở Công Thương", due_on=due
        )
    client.force_login(tuan)
    for page in ("tien-do/", "mot-trang/"):
        text = client.get(f"/ke-hoach/15/2022/{page}").content.decode()
        assert ("Việc 1" in text, "Việc 2" in text, "Sở Công Thương" in text) == (True, False, True)


def test_the_leaders_page_is_one_sheet(client, register, plan, tuan):
    for number in range(16):
        register.target(plan, "", key=f"t{number}", unit="cơ sở")
    client.force_login(tuan)
    pdf = PdfReader(BytesIO(client.get("/ke-hoach/15/2022/mot-trang.pdf").content))
    assert len(pdf.pages) == 1
    text = pdf.pages[0].extract_text()
    assert ("2022/KH-UBND" in text, "ít nhất 30" in text, "Không đạt" in text) == (True, True, True)


def test_the_same_cost_for_a_large_register(client, cast, register, plan, tuan, django_assert_num_queries):
    client.force_login(tuan)
    addresses = ["tien-do/", "chi-tieu/new_products/", "mot-trang/"]

    def costs():
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/ke-hoach/15/2022/{address}")
            found.append(len(queries))
        return found

    cast.appoint(tuan, Role.LEADER)
    costs()
    before = costs()
    for _ in range(40):
        register.recognise(register.product(), date(2022, 9, 9))
    assert costs() == before


def test_english(client, plan, tuan):
    client.force_login(tuan)
    assert [client.get(f"/en/ke-hoach/15/2022/{page}").status_code for page in PAGES] == [200] * 4


def test_progress_asks_once_who_looks(client, plan, tuan):
    client.force_login(tuan)
    client.get("/ke-hoach/15/2022/tien-do/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/ke-hoach/15/2022/tien-do/")
    about = [one["sql"] for one in asked if f'"person_id" = {tuan.pk}' in one["sql"]]
    assert len(set(about)) == len(about) > 0
    assert len(asked) == 11
