"""Choices that make a wanted total."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import Sheet, evaluate
from ocop.outlets.demo.sheets import choices_for

REGULATION = load_regulations()["qd-26-2026"]


@given(number=st.sampled_from(sorted(REGULATION.sets)), points=st.integers(40, 95), turn=st.integers(0, 40))
def test_the_total_is_met_and_hardly_passed(number, points, turn):
    product_set = REGULATION.set(number)
    result = evaluate(
        REGULATION, product_set, [Sheet("a", choices_for(product_set, points=points, stars=1, turn=turn))]
    )
    assert result.errors == ()
    assert points <= result.total <= points + 2


@pytest.mark.parametrize(("points", "stars"), [(55, 3), (68, 3), (75, 4), (88, 4), (94, 5)])
@pytest.mark.parametrize("number", [1, 7, 11, 13, 21])
def test_the_minimums_of_the_wanted_star_are_met(number, points, stars):
    product_set = REGULATION.set(number)
    result = evaluate(
        REGULATION, product_set, [Sheet("a", choices_for(product_set, points=points, stars=stars))]
    )
    assert result.stars == stars


def test_a_criterion_can_be_held_down():
    product_set = REGULATION.set(13)
    choices = choices_for(product_set, points=91, stars=4, at_most={"4.1": 3})
    result = evaluate(REGULATION, product_set, [Sheet("a", choices)])
    assert (choices["4.1"], result.band, result.stars) == (3, 5, 4)
