"""Ghi quy chế: numbers that can be, one version a day, none backdated."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.review.models import WorkingRules
from ocop.casework.review.selectors import rules_in_force
from ocop.casework.review.tests.cast import refused


@pytest.mark.parametrize(
    "numbers",
    [
        {"quorum_numerator": 0}, {"quorum_numerator": 5}, {"quorum_least": 0}, {"decimals": 5},
        {"spread_limit": -1},
    ],
)  # fmt: skip
def test_rules_that_cannot_be(room, at, numbers):
    assert refused(room.make_rules, effective_on=at.date(), **numbers) == "rules_numbers"
    assert WorkingRules.objects.count() == 1


def test_rules_have_versions_by_day(room, at):
    assert refused(room.make_rules) == "conflict_rules_day"
    tomorrow = room.make_rules(effective_on=(at + timedelta(days=1)).date(), spread_limit=5)
    assert rules_in_force(room.council, at) == room.rules
    assert rules_in_force(room.council, at + timedelta(days=1)) == tomorrow


def test_rules_are_not_backdated_behind_a_meeting(room, at):
    room.opened()
    assert refused(room.make_rules, effective_on=at.date(), spread_limit=50) == "rules_backdated"
