"""The dates that article 5 gives the rounds of a year."""

from dataclasses import replace
from datetime import date

import pytest

from ocop.kernel.law import regulation
from ocop.registers.rounds.rules import legal_dates, legal_numbers


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
