"""Calendar, reminders, dashboard, reports and counts follow the periods of the regulation's data."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from ocop.kernel.law.model import Period
from ocop.kernel.law.tests.changed import changed_law
from ocop.outlets.reports import selectors
from ocop.outlets.reports.calendar import events
from ocop.outlets.reports.counting.recognitions import lapsed, renewals
from ocop.outlets.reports.leaders import leaders_page
from ocop.outlets.reports.periodic import _recognised, periodic_report
from ocop.outlets.reports.rules import terms
from ocop.outlets.reports.rules.periods import periods

END = date(2027, 12, 1)
"""The end of a certificate: its window is open from 2 September to 2 October under the changed law."""


@pytest.fixture(autouse=True)
def _changed(tmp_path, monkeypatch):
    """Decision 26/2026 with certificates of 48 months and the window of renewal from 90 to 60 days."""
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path))


@pytest.fixture
def ending(register):
    """A recognition that ends."""
    return register.recognise(register.product(), date(2024, 12, 1), expires_on=END)


def test_the_calendar(register, ending, tuan, at):
    extent = selectors.extent_of(register.programme.province, 2027, date(2027, 1, 1))
    found = events(date(2027, 5, 1), END, extent=extent, person=tuan, at=at)
    assert [
        (one.sort, one.on, one.title, one.kind) for one in found if one.sort in ("opens", "closes", "end")
    ] == [
        ("opens", date(2027, 9, 2), "1 sản phẩm bắt đầu được nộp đánh giá lại", "wait"),
        ("closes", date(2027, 10, 2), "1 sản phẩm hết kỳ nộp đánh giá lại", "wait"),
        ("end", END, "1 giấy chứng nhận hết hạn", "bad"),
    ]


@pytest.mark.parametrize(("days", "count"), [(90, 1), (91, 0)])
def test_what_ends_soon(register, ending, days, count):
    on = END - timedelta(days=days)
    assert (
        selectors.expiring(selectors.extent_of(register.programme.province, on.year, on), on).count() == count
    )


def test_pages_and_reports_name_the_window(client, register, tuan):
    client.force_login(tuan)
    page = client.get(reverse("reports:dashboard")).content.decode()
    assert [page.count(words) for words in ("hết hạn trong 90 ngày", "Hết hạn trong 90 ngày", "180")] == [
        2,
        1,
        0,
    ]
    plan, today = register.plan(2026), date(2026, 11, 23)
    assert "Hết hạn trong 90 ngày" in [str(part.title) for part in leaders_page(plan, today).parts]
    report = periodic_report(plan, list(periods(2026))[-1], today)
    assert _recognised(report)[1] == "Thu hồi trong kỳ: 0. Hết hạn trong 90 ngày tới: 0."


def of_year(register, year):
    """The province in a year, seen from its end."""
    return selectors.extent_of(register.programme.province, year, date(year, 12, 31))


def test_a_recognition_of_which_only_the_year_is_known_is_due_by_the_term_of_its_law(register):
    """48 months under the changed law; 2022 stood under a decree whose term is not in the data,
    so the first counts.
    """
    due = [register.recognise(register.product(), year).pk for year in (2022, 2027)]
    found = [set(lapsed(of_year(register, year)).values_list("pk", flat=True)) for year in range(2025, 2032)]
    assert found == [set(), {due[0]}, *[{due[0]}] * 4, set(due)]


@pytest.mark.parametrize(("days", "is_due"), [(90, True), (91, False)])
def test_a_renewal_counts_from_the_opening_of_the_window(register, ending, days, is_due):
    second = register.recognise(ending.product, END - timedelta(days=days), stars=4)
    assert list(renewals(of_year(register, 2027)).values_list("pk", flat=True)) == [second.pk] * is_due


def test_windows_of_months_open_by_the_months_of_each_day(monkeypatch):
    monkeypatch.setattr(terms, "legal_period", lambda name, day: Period(12, "months", False, ""))
    assert list(terms.windows(2028)) == [
        (date(2028, 1, 1), date(2028, 2, 28), 365),
        (date(2028, 2, 29), date(2028, 12, 31), 366),
    ]
