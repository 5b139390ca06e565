"""The working rules of a council: what may be written, and the figures that follow from them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.scoring.working_rules import (
    DEFAULT_RULES,
    WorkingRules,
    printed,
    read_working_rules,
    rounded,
)


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ({"minimum": "most"}, "minimum: 'most'"),
        ({"rounding": "up"}, "rounding: 'up'"),
        ({"spread_boundary": ""}, "spread_boundary: ''"),
        ({"extremes": "all"}, "extremes: 'all'"),
        ({"decimals": -1}, "decimals: -1"),
        ({"decimals": 13}, "decimals: 13"),
        ({"spread_limit": Fraction(-1, 2)}, r"spread_limit: Fraction\(-1, 2\)"),
    ],
)
def test_rules_that_no_council_can_have(rules, why):
    with pytest.raises(ValueError, match=rf"^{why}$"):
        WorkingRules(**rules)


def test_rules_at_their_bounds():
    bounds = {"decimals": 12, "spread_limit": 0}
    assert read_working_rules(bounds) == (WorkingRules(decimals=12, spread_limit=Fraction(0)), [])
    assert read_working_rules({"decimals": 0}) == (WorkingRules(decimals=0), [])
    assert read_working_rules(None) == read_working_rules({}) == (DEFAULT_RULES, [])


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        (7, 7),
        (7.5, Fraction(15, 2)),
        (Fraction(1, 3), Fraction(1, 3)),
        (1e22, 10**22),
        (1e-7, Fraction("1e-7")),
    ],
)
def test_a_limit_is_read_from_its_digits(written, limit):
    assert read_working_rules({"spread_limit": written}) == (WorkingRules(spread_limit=Fraction(limit)), [])


@pytest.mark.parametrize("written", [float("inf"), float("nan"), True, "7", None])
def test_what_is_no_limit_keeps_the_default(written):
    rules, faults = read_working_rules({"spread_limit": written, "decimals": 3})
    assert (rules, [fault.code.value for fault in faults]) == (WorkingRules(decimals=3), ["wrong_type"])


HALVES = [
    # half up, never to the even neighbour
    (Fraction(5, 2), 0, "3"),
    (Fraction(7, 2), 0, "4"),
    (Fraction(1, 3), 2, "0.33"),
    (Fraction(2, 3), 2, "0.67"),
    (Fraction(1, 200), 2, "0.01"),
    (Fraction(199, 2000), 2, "0.10"),
    (Fraction(90), 2, "90.00"),
    (Fraction(179_999, 2000), 3, "90.000"),
    (Fraction(1, 8), 1, "0.1"),
]


@pytest.mark.parametrize(("value", "decimals", "text"), HALVES)
def test_rounding_half_up(value, decimals, text):
    assert (printed(value, decimals), rounded(value, decimals)) == (text, Fraction(text))


@pytest.mark.parametrize(
    ("limit", "over", "reached"), [(9, True, True), (10, False, True), (11, False, False)]
)
def test_a_spread_of_10_against_a_limit(limit, over, reached):
    rules = [WorkingRules(spread_limit=Fraction(limit), spread_boundary=word) for word in ("over", "reached")]
    assert [one.asks_again(Fraction(10)) for one in rules] == [over, reached]


@pytest.mark.parametrize(("extremes", "dropped"), [("kept", [False, False]), ("dropped", [False, True])])
def test_extremes_leave_the_mean_of_five_members(extremes, dropped):
    assert [WorkingRules(extremes=extremes).drops_extremes(members) for members in (4, 5)] == dropped


@given(st.sampled_from(["none", "before_band"]), st.integers(0, 4), st.integers(0, 100), st.integers(1, 15))
def test_the_points_needed_are_the_fewest_that_read_as_enough(rounding, decimals, least, members):
    rules = WorkingRules(rounding=rounding, decimals=decimals)
    needed = rules.needed(least, members)
    assert rules.reading(Fraction(needed, members)) >= least
    assert needed == 0 or rules.reading(Fraction(needed - 1, members)) < least
