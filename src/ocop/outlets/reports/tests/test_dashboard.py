"""The dashboard: its counts, its charts with tables, who reads what,
and the same cost for a large register.
"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ocop.foundation.places.selectors import communes_of
from ocop.outlets.reports import selectors
from ocop.outlets.reports.charts import Chart
from ocop.outlets.reports.dashboard import charts, places_compared
from ocop.registers.products.writes import record_event

TODAY = date(2026, 11, 23)


def extent(register, on=TODAY):
    return selectors.extent_of(register.programme.province, on.year, on)


def test_a_product_is_held_with_its_newest_recognition(register):
    product = register.product()
    register.recognise(product, 2021, stars=3)
    register.recognise(product, date(2024, 5, 5), stars=4)
    gone = register.recognise(register.product(), date(2024, 5, 5))
    record_event(gone, kind="revoked", on=date(2025, 1, 1), by=register.cast.lan, at=register.at)
    register.recognise(register.product(), 2026, status_code="candidate", stars=None)
    assert [(one.product, one.stars) for one in selectors.held(extent(register))] == [(product, 4)]


def test_counts_by_star_and_term(register):
    register.recognise(register.product(), date(2024, 5, 5), stars=3)
    register.recognise(register.product(), date(2021, 5, 5), stars=3)
    register.recognise(register.product(), 2025, stars=4)
    chart = charts(extent(register), TODAY)[0]
    assert chart.rows == [("3 sao", (1, 0, 1)), ("4 sao", (0, 1, 0))]
    assert chart.title == "3 sản phẩm đã được công nhận; 1 chưa rõ thời hạn"


def test_counts_by_form_set_and_year(register):
    for form in ("cooperative", "cooperative", "household"):
        producer = register.producer(form=form, commune=register.cast.commune)
        register.recognise(
            register.product(producer, set_number=1, regulation_code="qd-26-2026"), date(2025, 5, 5)
        )
    _stars, sets, forms, years = charts(extent(register), TODAY)
    assert [numbers for _name, numbers in sets.rows] == [(3,)]
    assert [numbers for _name, numbers in forms.rows] == [(2,), (1,)]
    assert years.rows == [(str(year), (3 if year == 2025 else 0,)) for year in range(2021, 2027)]


@pytest.mark.parametrize(("days", "count"), [(-1, 0), (0, 1), (180, 1), (181, 0)])
def test_what_ends_within_180_days(register, days, count):
    recognition = register.recognise(register.product(), date(2024, 5, 5))
    on = recognition.expires_on - timedelta(days=days)
    assert selectors.expiring(extent(register), on).count() == count


def test_communes_side_by_side(register):
    first, second = communes_of("15", TODAY)[:2]
    for commune, stars in ((first, 3), (first, 4), (second, 3)):
        register.recognise(
            register.product(register.producer(commune=commune)), date(2026, 5, 5), stars=stars
        )
    register.recognise(register.product(register.producer()), 2020)
    assert [(row.name, row.by_star, row.new) for row in places_compared(extent(register), TODAY)] == [
        (first.local_name, (1, 1, 0), 2), (second.local_name, (1, 0, 0), 1), ("Chưa rõ nơi", (1, 0, 0), 0),
    ]  # fmt: skip


def test_bars_are_drawn_to_measure():
    picture = str(Chart("Phát hiện", "Nhóm", ("Một", "Hai"), [("A <b>", (3, 1)), ("B", (2, 0))]).picture)
    assert 'viewBox="0 0 300 88" role="img" aria-label="Phát hiện"' in picture
    assert 'class="bar" x="0.0" y="20" width="189.0"' in picture
    assert 'class="bar-2" x="189.0" y="20" width="63.0"' in picture
    assert "A &lt;b&gt;" in picture


def test_columns_stand_on_the_axis():
    picture = str(Chart("x", "Năm", ("Một",), [("2025", (4,)), ("2026", (2,))], is_upright=True).picture)
    assert 'y="24.0" width="100" height="144.0"' in picture
    assert 'y="96.0" width="100" height="72.0"' in picture


def test_a_chart_of_nothing():
    assert str(Chart("x", "Năm", ("Một",), []).picture).startswith("<svg")


@pytest.mark.parametrize(
    "page", ["/tong-quan/", "/lich/", "/lich.ics", "/lich/?thang=2022-02", "/lich/?thang=x"]
)
@pytest.mark.parametrize(("who", "status"), [("tuan", 200), ("minh", 200), ("quang", 403), (None, 302)])
def test_who_opens_them(client, cast, register, tuan, minh, page, who, status):
    if who:
        client.force_login({"tuan": tuan, "minh": minh, "quang": cast.quang}[who])
    assert client.get(page).status_code == status


def test_before_there_is_a_programme(client, tuan):
    client.force_login(tuan)
    assert client.get("/tong-quan/").status_code == 404


def test_an_officer_of_a_commune_sees_that_commune_alone(client, cast, register, minh):
    other = communes_of("15", TODAY).exclude(pk=cast.commune.pk)[0]
    for commune in (cast.commune, other):
        register.recognise(register.product(register.producer(commune=commune)), timezone.localdate())
    client.force_login(minh)
    page = client.get("/tong-quan/")
    assert [row.name for row in page.context["places"]] == [cast.commune.local_name]
    assert reverse("reports:periodic") not in page.content.decode()


def test_every_chart_has_its_table(client, register, tuan):
    register.recognise(register.product(), timezone.localdate())
    client.force_login(tuan)
    page = client.get("/tong-quan/").content.decode()
    assert page.count('<figure class="chart">') == page.count("<caption") == 4


def test_the_same_cost_for_a_large_register(client, register, tuan):
    client.force_login(tuan)

    def cost():
        found = []
        for address in ("/tong-quan/", "/lich/"):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            found.append(len(queries))
        return found

    register.recognise(register.product(), timezone.localdate())
    cost()
    before = cost()
    for commune in communes_of("15", TODAY)[:12]:
        register.recognise(register.product(register.producer(commune=commune)), timezone.localdate())
    assert cost() == before
