"""The dates that article 5 gives the rounds of a year, and a plan read back as it was before a change."""

from dataclasses import replace
from datetime import date

import pytest

from ocop.kernel.law import regulation
from ocop.registers.programme.rules import (
    FieldChange,
    Thing,
    before,
    in_force,
    legal_dates,
    legal_numbers,
    plain,
)


@pytest.mark.parametrize(
    ("number", "proposed_before", "held_before", "plan_due_on"),
    [
        (1, date(2026, 4, 30), date(2026, 6, 30), date(2026, 4, 1)),
        (2, date(2026, 10, 30), date(2026, 12, 30), date(2026, 10, 1)),
    ],
)
def test_legal_dates(number, proposed_before, held_before, plan_due_on):
    dates = legal_dates(regulation("qd-26-2026"), 2026, number)
    assert (dates.proposed_before, dates.held_before, dates.plan_due_on, dates.article) == (
        proposed_before, held_before, plan_due_on, "5(1)",
    )  # fmt: skip


def test_the_law_knows_two_rounds_of_the_province():
    law = regulation("qd-26-2026")
    assert [legal_numbers(law), legal_numbers(law, "ministry"), legal_numbers(law, "district")] == [
        [1, 2], [1, 2], [],
    ]  # fmt: skip
    without_ministry = replace(law, rounds=tuple(one for one in law.rounds if one.level == "province"))
    assert [legal_numbers(without_ministry), legal_numbers(without_ministry, "ministry")] == [[1, 2], []]
    assert legal_dates(regulation("qd-26-2026"), 2026, 3) is None


def test_a_plan_is_read_back_change_by_change():
    """The value before the first of several changes; the plan of today stays as it is."""
    first, second = (Thing.TARGET, 1), (Thing.TASK, 1)
    today = {first: {"value": 20, "in_force": False}, second: {"due_on": "2022-09-30", "in_force": True}}
    changes = [
        FieldChange(*first, "value", 30, 25),
        FieldChange(*second, "due_on", "2022-06-30", "2022-09-30"),
        FieldChange(*first, "value", 25, 20),
        FieldChange(*first, "in_force", True, False),
    ]
    kept = {key: dict(fields) for key, fields in today.items()}
    issued = {first: {"value": 30, "in_force": True}, second: {"due_on": "2022-06-30", "in_force": True}}
    assert before(today, iter(changes)) == issued
    assert before(today, changes[3:]) == {**today, first: {"value": 20, "in_force": True}}
    assert (before(today, []), today) == (kept, kept)


def test_only_what_is_in_force_is_the_plan():
    gone, there = (Thing.TARGET, 1), (Thing.TARGET, 2)
    snapshot = {gone: {"value": 20, "in_force": False}, there: {"value": 3, "in_force": True}}
    assert in_force(snapshot) == {there: {"value": 3, "in_force": True}}


@pytest.mark.parametrize(
    ("value", "kept"), [(date(2022, 7, 1), "2022-07-01"), (30, 30), (None, None), ("", "")]
)
def test_days_are_kept_as_text(value, kept):
    assert plain(value) == kept
