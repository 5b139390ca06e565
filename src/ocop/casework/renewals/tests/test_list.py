"""The one list of what ends and how far its renewal is: who is on it, until when, how it is filtered."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from ocop.casework.renewals import acts
from ocop.casework.renewals.tests.cast import Terms, letter_row
from ocop.registers.products.writes import record_event

LIST = "/het-han/"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


@pytest.fixture
def several(terms: Terms) -> None:
    """One of each: today, in a month, far; over; revoked today, tomorrow; extended; unknown; of 4 stars;
    declined, filed, called.
    """
    today = terms.at.date()
    for name, days in (("Ba", 31), ("Xa", 900), ("Nay", 0), ("Qua", -1)):
        terms.ends(today + days * DAY, name)
    for name, days, on in (("Thu", 10, today), ("Mai", 20, today + DAY)):
        record_event(terms.ends(today + days * DAY, name), kind="revoked", on=on, by=terms.phuc, at=terms.at)
    extended = terms.ends(today - 5 * DAY, "Dai")
    record_event(extended, kind="extended", on=today - 5 * DAY, by=terms.phuc, at=terms.at)
    terms.filed(extended, today - 30 * DAY)
    terms.ends(
        today + 5 * DAY, "Mo", decided_on=None, valid_from=None, expires_on=None, date_precision="year"
    )
    terms.ends(today + 40 * DAY, "Sao", stars=4)
    declined = terms.ends(today + 50 * DAY, "Khong")
    acts.decline_renewal(declined.product, reason="cost", words="", by=terms.lan, at=terms.at)
    called = terms.ends(today + 60 * DAY, "Goi")
    letter_row(called, programme=terms.programme, by=terms.phuc, at=terms.at)


ALL = ["Dai", "Nay", "Mai", "Ba", "Sao", "Khong", "Goi", "Xa"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ALL),
        ({"trong": "30"}, ["Nay", "Mai"]),
        ({"trong": "180"}, ALL[:-1]),
        ({"sao": "4"}, ["Sao"]),
        ({"xa": "02788", "q": "sao"}, ["Sao"]),
        ({"buoc": "filed"}, ["Dai"]),
        ({"buoc": "declined"}, ["Khong"]),
        ({"buoc": "called"}, ["Goi"]),
        ({"buoc": "open"}, ["Nay", "Mai", "Ba", "Sao"]),
        ({"buoc": "later"}, ["Xa"]),
        ({"sap-xep": "-expires_on"}, ALL[::-1]),
    ],
)
def test_who_is_on_it(client, terms: Terms, several, query, found):
    client.force_login(terms.minh)
    table = client.get(LIST, query).context["table"]
    assert [row.record.name for row in table.paginated_rows] == found


def test_the_page_and_the_spreadsheet_say_the_same(client, terms: Terms):
    last = terms.at.date() + 31 * DAY
    terms.ends(last, "Ba")
    client.force_login(terms.minh)
    page = client.get(LIST).content.decode()
    opens, closes = last - 180 * DAY, last - 120 * DAY
    said = (f"{last:%d/%m/%Y}", f"{opens:%d/%m/%Y} – {closes:%d/%m/%Y}", "Còn hiệu lực", "Chưa đề nghị")
    assert [words for words in said if words not in page] == []
    head, row = load_workbook(BytesIO(client.get(LIST, {"xuat": "xlsx"}).content)).active.values
    assert head[:2] == ("Sản phẩm", "Chủ thể")
    assert (row[0], row[4].date(), row[6], row[7]) == ("Ba", last, "Còn hiệu lực", "Chưa đề nghị")


def test_the_address_of_before_leads_here_with_what_was_filtered(client, terms: Terms):
    client.force_login(terms.minh)
    answer = client.get("/danh-ba/sap-het-han/?trong=90&xa=02788")
    assert (answer.status_code, answer["Location"]) == (302, "/het-han/?trong=90&xa=02788")


def test_only_offices_see_it(client, terms: Terms):
    client.force_login(terms.quang)
    assert client.get(LIST).status_code == 403
