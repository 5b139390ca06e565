"""What ends in twelve months, and what became of the products of each year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.kernel.calendar import EventKind
from ocop.outlets.reports.selectors import counted, extent_of, held
from ocop.outlets.reports.terms import by_commune, by_holder, cohorts
from ocop.registers.products.writes import record_event

ON = date(2026, 11, 23)


@pytest.fixture
def extent(register):
    return extent_of(register.programme.province, 2026, ON)


def test_every_product_of_a_year_is_somewhere_once(register, extent, cast, at, django_assert_num_queries):
    first = date(2022, 6, 1)  # ended on 1 June 2025
    register.recognise(register.product(), first)
    upgraded = register.product()
    register.recognise(upgraded, first)
    register.recognise(upgraded, date(2025, 5, 1), stars=4, kind="upgrade")
    renewed = register.product()
    register.recognise(renewed, first)
    register.recognise(renewed, date(2025, 5, 1), kind="renewal")
    revoked = register.recognise(register.product(), date(2022, 8, 1))
    record_event(revoked, kind=EventKind.REVOKED, on=date(2023, 1, 1), by=cast.lan, at=at)
    extended = register.recognise(register.product(), first, expires_on=date(2026, 9, 1))
    record_event(extended, kind=EventKind.EXTENDED, on=date(2026, 9, 1), by=cast.lan, at=at)
    register.recognise(register.product(), 2022)
    register.recognise(register.product(), date(2024, 3, 1), stars=4)
    with django_assert_num_queries(1):
        found = cohorts(extent, ON)
    assert [(one.year, one.stars, one.cells) for one in found] == [
        (2022, 3, [6, 2, 1, 0, 1, 1, 1, 2, 1]),
        (2024, 4, [1, 0, 1, 0, 0, 0, 0, 0, 0]),
    ]
    assert all(sum(one.now) + one.unknown + one.expired + one.revoked == one.total for one in found)


@pytest.mark.parametrize(("days", "count"), [(-1, 0), (0, 1), (365, 1), (366, 0)])
def test_what_ends_in_twelve_months(register, extent, days, count):
    end = ON + timedelta(days=days)
    product = register.product()
    register.recognise(product, date(2024, 1, 1), expires_on=end)
    assert sum(row["n"] for row in by_commune(extent, ON)) == count
    holders = [(row["producer_name"], row["n"], row["first"]) for row in by_holder(extent, ON)]
    assert holders == [(product.producer.name, 1, end)] * count


def test_the_page_and_its_files(client, register, tuan, cast, monkeypatch, at):
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    register.recognise(register.product(), date(2024, 1, 1))
    client.force_login(tuan)
    page = client.get("/thoi-han/").content.decode()
    assert "1 giấy chứng nhận hết hạn trong 12 tháng" in page
    for name in ("het-han", "theo-nam"):
        assert client.get(f"/thoi-han/{name}.xlsx").content[:2] == b"PK"
    client.force_login(cast.lan)
    assert client.get("/thoi-han/").status_code == 403


def test_what_is_extended_counts_as_in_force(register, extent, cast, at):
    ended = register.recognise(register.product(), date(2023, 1, 1), expires_on=ON - timedelta(days=20))
    rows = held(extent)
    assert counted(rows, "stars", on=ON)[0] | {"stars": 3} == {
        "stars": 3, "n": 1, "valid": 0, "expired": 1, "unknown": 0
    }  # fmt: skip
    record_event(ended, kind=EventKind.EXTENDED, on=ON, by=cast.lan, at=at)
    assert [(row["valid"], row["expired"]) for row in counted(rows, "stars", on=ON)] == [(1, 0)]
