"""Quarters, halves and years."""

from datetime import date

import pytest

from ocop.outlets.reports.labels import period_name
from ocop.outlets.reports.rules import period
from ocop.outlets.reports.rules.periods import periods


@pytest.mark.parametrize(
    ("slug", "first", "last", "name"),
    [
        ("quy-1", date(2024, 1, 1), date(2024, 3, 31), "quý I năm 2024"),
        ("quy-3", date(2024, 7, 1), date(2024, 9, 30), "quý III năm 2024"),
        ("quy-4", date(2024, 10, 1), date(2024, 12, 31), "quý IV năm 2024"),
        ("nua-1", date(2024, 1, 1), date(2024, 6, 30), "6 tháng đầu năm 2024"),
        ("nua-2", date(2024, 7, 1), date(2024, 12, 31), "6 tháng cuối năm 2024"),
        ("nam", date(2024, 1, 1), date(2024, 12, 31), "năm 2024"),
    ],
)
def test_period(slug, first, last, name):
    found = period(slug, 2024)
    assert (found.first, found.last, found.slug, period_name(found)) == (first, last, slug, name)


@pytest.mark.parametrize("slug", ["quy-0", "quy-5", "nua-3", "thang-1", "", "nam-1"])
def test_no_such_period(slug):
    assert period(slug, 2024) is None


def test_seven_periods_a_year():
    assert [one.slug for one in periods(2026)] == [
        "quy-1",
        "quy-2",
        "quy-3",
        "quy-4",
        "nua-1",
        "nua-2",
        "nam",
    ]
