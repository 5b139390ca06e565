"""Sites visited before the council and after award: each producer once, by the day on which it ended."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from ocop.casework.fieldwork.models import Visit
from ocop.outlets.reports.counting import progress_of

END = date(2022, 12, 31)


@pytest.fixture
def plan(register):
    """The plan of 2022 of today's province."""
    return register.plan(2022)


def visited(register, product, on: date, *, state: str = "ended", **facts):
    at = datetime(on.year, on.month, on.day, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    known = {
        "programme": register.programme, "kind": "post_check", "product": product, "reason": "x", "day": on,
        "product_name": product.name, "producer_name": product.producer.name, "planned_at": at,
        "planned_by": register.cast.lan, "state": state,
    }  # fmt: skip
    ended = {"ended_at": at, "ended_by": register.cast.lan, "report_content": {}} if state == "ended" else {}
    recognition = product.recognitions.first()
    return Visit.objects.create(**known | ended | {"recognition": recognition} | facts)


def test_a_site_is_counted_once_by_its_first_visit_of_the_year(register, plan):
    register.target(plan, "post_checks", 5, year_from=2021, year_to=2021)
    first = register.product()
    register.recognise(first, date(2021, 7, 8))
    other = register.product()
    register.recognise(other, date(2019, 7, 8))  # of another year than the target speaks of
    visited(register, first, date(2022, 9, 2))
    one = visited(register, first, date(2022, 3, 1))
    visited(register, other, date(2022, 4, 1))
    visited(register, first, date(2022, 2, 1), state="cancelled")
    visited(register, first, date(2022, 2, 1), state="planned")
    (found,) = progress_of(plan, END)
    assert [(record.id, record.on) for record in found.records] == [(f"visit:{one.key}", date(2022, 3, 1))]
    assert progress_of(plan, date(2022, 2, 28))[0].done == 0


def test_all_due_are_producers_with_a_product_of_the_years(register, plan):
    register.target(plan, "post_checks", bound="all_due", value=None, year_from=2021, year_to=2021)
    for _number in range(2):
        register.recognise(register.product(), date(2021, 7, 8))
    (found,) = progress_of(plan, END)
    assert (found.done, found.value) == (0, 2)


def test_site_checks_are_those_before_the_council(register, plan):
    register.target(plan, "site_checks", 5)
    product = register.product()
    register.recognise(product, date(2021, 7, 8))
    visited(register, product, date(2022, 3, 1))
    assert progress_of(plan, END)[0].done == 0
