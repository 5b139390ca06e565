"""The list of what ends soon: who is on it, until when, and how it is filtered."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from ocop.registers.products.actions import record_event, record_recognition
from ocop.registers.products.models import Product

LIST = "/danh-ba/sap-het-han/"
DAY = timedelta(days=1)


@pytest.fixture
def ends(htx, tuan, at):
    """Makes a product whose recognition ends so many days from today."""

    def make(name: str, days: int, **facts):
        product = Product.objects.create(
            producer=htx, name=name, slug=name.lower(), source="register", search_text=name.lower(),
            created_at=at, regulation_code="qd-26-2026", leaf="I.1.a", set_number=1,
        )  # fmt: skip
        end = timezone.localdate() + days * DAY
        begin = end - 1000 * DAY
        known = {
            "stars": 4, "year": begin.year, "date_precision": "day", "status_code": "recognised",
            "decided_on": begin, "valid_from": begin, "expires_on": end, "authority": "Tỉnh",
        }  # fmt: skip
        return record_recognition(product, fields=known | facts, by=tuan, at=at)

    return make


@pytest.fixture
def several(ends, tuan, at):
    """One of each: today, in a month, far; over; revoked today, tomorrow; extended; unknown."""
    today = timezone.localdate()
    for name, days in (("Ba", 31), ("Xa", 900), ("Nay", 0), ("Qua", -1)):
        ends(name, days)
    record_event(ends("Thu", 10), kind="revoked", on=today, by=tuan, at=at)
    record_event(ends("Mai", 20), kind="revoked", on=today + DAY, by=tuan, at=at)
    record_event(ends("Dai", -5), kind="extended", on=today - 5 * DAY, by=tuan, at=at)
    ends("Mo", 5, decided_on=None, valid_from=None, expires_on=None, date_precision="year")
    ends("Sao", 40, stars=3)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Dai", "Nay", "Mai", "Ba", "Sao", "Xa"]),
        ({"trong": "30"}, ["Nay", "Mai"]),
        ({"trong": "180"}, ["Dai", "Nay", "Mai", "Ba", "Sao"]),
        ({"sao": "3"}, ["Sao"]),
        ({"xa": "02788", "q": "sao"}, ["Sao"]),
        ({"sap-xep": "-expires_on"}, ["Xa", "Sao", "Ba", "Mai", "Nay", "Dai"]),
    ],
)
def test_who_is_on_it(client, minh, several, query, found):
    client.force_login(minh)
    table = client.get(LIST, query).context["table"]
    assert [row.record.name for row in table.paginated_rows] == found


def test_the_page_and_the_spreadsheet_say_the_same(client, minh, ends):
    ends("Ba", 31)
    client.force_login(minh)
    page = client.get(LIST).content.decode()
    last = timezone.localdate() + 31 * DAY
    opens, closes = last - 180 * DAY, last - 120 * DAY
    for words in (f"{last:%d/%m/%Y}", f"{opens:%d/%m/%Y} – {closes:%d/%m/%Y}", "Còn hiệu lực"):
        assert words in page
    head, row = load_workbook(BytesIO(client.get(LIST, {"xuat": "xlsx"}).content)).active.values
    assert head[:2] == ("Sản phẩm", "Chủ thể")
    assert row[0] == "Ba"
    assert (row[4].date(), row[6]) == (last, "Còn hiệu lực")


def test_only_offices_see_it(client, cast):
    client.force_login(cast.quang)
    assert client.get(LIST).status_code == 403
