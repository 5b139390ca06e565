"""The officers' list and the producer's own: who sees what, filters, export, a steady cost."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import list_anew, record_recognition

LIST = "/danh-ba/san-pham/"


@pytest.fixture
def tea(cast, htx, pineapple, tuan, at):
    """A recognised tea beside the pineapple."""
    made = Product.objects.create(
        producer=htx, name="Chè Shan", slug="che-shan", source="register", search_text="che shan ban lau",
        created_at=at, regulation_code="qd-26-2026", leaf="I.5.a", set_number=11,
    )  # fmt: skip
    facts = {"stars": 4, "year": 2021, "date_precision": "year", "status_code": "recognised"}
    record_recognition(made, fields=facts, by=tuan, at=at)
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Chè Shan", "Dứa quả Bản Lầu"]),
        ({"q": "dua muong khuong"}, ["Dứa quả Bản Lầu"]),
        ({"q": "khong co"}, []),
        ({"bo": "11"}, ["Chè Shan"]),
        ({"sao": "4"}, ["Chè Shan"]),
        ({"sao": "3"}, []),
        ({"xa": "02788"}, ["Chè Shan", "Dứa quả Bản Lầu"]),
        ({"nguon": "register"}, ["Chè Shan"]),
        ({"sap-xep": "-name"}, ["Dứa quả Bản Lầu", "Chè Shan"]),
        ({"sap-xep": "latest_stars"}, ["Dứa quả Bản Lầu", "Chè Shan"]),
        ({"sap-xep": "-latest_stars"}, ["Chè Shan", "Dứa quả Bản Lầu"]),
        ({"trang": "7"}, ["Chè Shan", "Dứa quả Bản Lầu"]),
    ],
)
def test_filters(client, minh, tea, query, found):
    client.force_login(minh)
    table = client.get(LIST, query).context["table"]
    assert [row.record.name for row in table.paginated_rows] == found


def test_a_year_alone_is_never_shown_as_valid(client, minh, tea):
    client.force_login(minh)
    page = client.get(LIST, {"bo": "11"}).content.decode()
    assert ("Chưa rõ hiệu lực" in page, "Còn hiệu lực" in page) == (True, False)


def test_export(client, minh, tea):
    client.force_login(minh)
    rows = list(load_workbook(BytesIO(client.get(LIST, {"xuat": "xlsx"}).content)).active.values)
    assert [row[0] for row in rows] == ["Sản phẩm", "Chè Shan", "Dứa quả Bản Lầu"]
    assert rows[1][4:] == (4, 2021, "Chưa có dữ liệu về hiệu lực hiện nay")


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def make(htx, at, start, end):
    Product.objects.bulk_create(
        Product(producer=htx, name=f"Chè {n}", slug=f"che-{n}", source="self", search_text=f"che {n}",
        created_at=at,
                regulation_code="qd-26-2026", set_number=11)
        for n in range(start, end)
    )  # fmt: skip
    fresh = Product.objects.filter(recognitions__isnull=True)
    facts = {"stars": 3, "year": 2024, "date_precision": "year", "status_code": "recognised"}
    made = Recognition.objects.bulk_create(Recognition(product=product, **facts) for product in fresh)
    list_anew(recognition.product_id for recognition in made)


@pytest.mark.parametrize("address", [LIST, "/san-pham-cua-toi/"])
def test_the_same_queries_for_10_and_1000(client, cast, minh, htx, programme, at, address):
    client.force_login(minh if address == LIST else cast.lan)
    make(htx, at, 0, 10)
    before = queries(client, address)
    make(htx, at, 10, 1000)
    assert queries(client, address) == before
