"""A plan read back as it was before a change."""

from datetime import date

import pytest

from ocop.registers.programme.rules import FieldChange, Thing, before, in_force, plain


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
