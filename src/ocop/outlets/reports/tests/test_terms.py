"""Which recognitions are due in a year and which were renewed:
every edge in a table, and what always holds.
"""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.kernel.calendar import certificate_expiry
from ocop.outlets.reports.tests.plainly import Term, due_terms

END = date(2022, 12, 31)


def term(number, on, *, product=1, kind="", **more):
    if isinstance(on, int):
        return Term(product, number, on, kind=kind, **more)
    return Term(product, number, on.year, on, certificate_expiry(on), kind, **more)


@pytest.mark.parametrize(
    ("terms", "due", "renewed"),
    [
        ([term(1, date(2019, 5, 6))], [1], []),
        ([term(1, date(2019, 12, 31))], [1], []),
        ([term(1, date(2020, 1, 1))], [], []),
        ([term(1, 2019)], [1], []),
        ([term(1, 2018)], [1], []),
        ([term(1, 2020)], [], []),
        ([term(1, date(2019, 5, 6)), term(2, date(2022, 6, 1))], [1], [2]),
        ([term(1, date(2019, 1, 10)), term(2, date(2021, 11, 1))], [1], [2]),
        ([term(1, date(2019, 5, 6)), term(2, date(2023, 1, 5))], [1], []),
        ([term(1, date(2019, 5, 6)), term(2, date(2021, 5, 6))], [], []),
        ([term(1, date(2019, 5, 6)), term(2, date(2021, 5, 6), kind="renewal")], [1], [2]),
        ([term(1, date(2018, 5, 6)), term(2, date(2021, 5, 1))], [], []),
        ([term(1, date(2018, 5, 6)), term(2, date(2022, 2, 1))], [1], [2]),
        ([term(1, 2019), term(2, 2022)], [1], [2]),
        ([term(1, 2019), term(2, 2021)], [], []),
        ([term(1, 2019), term(2, 2021, kind="renewal")], [1], [2]),
        ([term(1, 2016), term(2, 2019), term(3, 2022)], [2], [3]),
        ([term(1, date(2019, 5, 6), is_gone=True)], [], []),
        ([term(1, date(2019, 5, 6), is_gone=True), term(2, date(2022, 6, 1))], [], []),
        ([term(1, 2019, product=1), term(2, 2019, product=2)], [1, 2], []),
        ([], [], []),
    ],
)
def test_what_is_due_in_2022(terms, due, renewed):
    found = due_terms(terms, 2022, END)
    assert [one.term.recognition for one in found] == due
    assert [one.renewal.recognition for one in found if one.renewal] == renewed


@pytest.mark.parametrize(("days", "is_due"), [(180, True), (181, False)])
def test_the_window_opens_180_days_before_the_end(days, is_due):
    first = term(1, date(2019, 9, 1))
    second = term(2, first.expires_on - timedelta(days=days))
    assert [one.renewal == second for one in due_terms([first, second], 2022, END)] == [True] * is_due


def test_a_term_from_29_february_ends_on_28_february():
    assert [one.term.expires_on for one in due_terms([term(1, date(2024, 2, 29))], 2027, END)] == [
        date(2027, 2, 28)
    ]


def test_a_renewal_after_the_day_asked_is_not_there_yet():
    terms = [term(1, date(2019, 5, 6)), term(2, date(2022, 6, 1))]
    assert [due_terms(terms, 2022, date(2022, 6, day))[0].renewal for day in (1,)] == [terms[1]]
    assert due_terms(terms, 2022, date(2022, 5, 31))[0].renewal is None


days = st.dates(date(2018, 1, 1), date(2026, 12, 31))
lines = st.lists(st.tuples(st.integers(1, 4), days | st.integers(2018, 2026), st.booleans()), max_size=12)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines, st.integers(2019, 2028))
def test_a_product_is_due_once_a_year_and_what_renewed_it_is_later(rows, year):
    terms = [term(n, on, product=product, is_gone=gone) for n, (product, on, gone) in enumerate(rows)]
    found = due_terms(terms, year, date(year, 12, 31))
    assert len({one.term.recognition for one in found}) == len(found)
    assert [one for one in found if one.term.is_gone or one.term.end_year > year] == []
    assert [one for one in found if one.renewal and one.renewal.year < one.term.year] == []
    renewals = [one.renewal.recognition for one in found if one.renewal]
    assert len(set(renewals)) == len(renewals)
