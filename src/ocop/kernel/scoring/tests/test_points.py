"""Totals, parts, spread and rounding."""

from fractions import Fraction

import pytest

from ocop.kernel.scoring import WorkingRules, evaluate
from ocop.kernel.scoring.working_rules import printed, rounded

from .panels import panel, plain, ruler
from .regulations import SMALL

NOTHING = {"1.1": None, "1.2": None, "2.1": None, "3": None, "4": None}


@pytest.mark.parametrize(
    ("change", "points"),
    [
        ({"1.1": 1}, 0),
        ({"1.1": 4}, 30),
        ({"1.2": True}, 10),
        ({"1.2": False}, 0),
        ({"1.2": None}, 0),
        ({"2.1": 1}, 5),
        ({"3": "a.1"}, 0),
        ({"3": "a.2"}, 10),
        ({"3": "b.1"}, 5),
        ({"3": "b.2"}, 15),
        ({"4": None}, 0),
    ],
)
def test_a_choice_gives_the_points_of_its_option(change, points):
    assert evaluate(SMALL, 1, panel({**NOTHING, **change})).total == points


def test_the_total_is_the_mean_of_the_members_totals():
    result = plain({}, {"1.1": 3}, {"1.1": 3, "4": 2})

    assert [member.total for member in result.members] == [100, 90, 80]
    assert result.total == 90


def test_total_and_parts_stay_exact():
    result = plain({}, {"1.1": 3}, {})

    assert result.total == Fraction(290, 3)
    assert result.parts == {"A": Fraction(110, 3), "B": 25, "C": 35}
    assert result.as_json()["total_exact"] == "290/3"
    assert result.as_json()["total"] == "96.67"
    assert result.as_json()["parts"] == {"A": "110/3", "B": "25", "C": "35"}


@pytest.mark.parametrize(
    ("totals", "limit", "spread", "rescore"),
    [
        ((80,), 10, 0, False),
        ((80, 90), 10, 10, False),
        ((80, 91), 10, 11, True),
        ((80, 85, 91), 10, 11, True),
        ((80, 80), 0, 0, False),
        ((80, 81), 0, 1, True),
        ((80, 88), Fraction(15, 2), 8, True),
        ((80, 87), Fraction(15, 2), 7, False),
    ],
)
def test_members_score_again_over_the_limit_not_at_it(totals, limit, spread, rescore):
    result = ruler(*totals, spread_limit=limit)

    assert (result.spread, result.rescore) == (spread, rescore)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(173, 2), 2, "86.50"),
        (Fraction(173, 2), 0, "87"),
        (Fraction(171, 2), 0, "86"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(2, 3), 3, "0.667"),
        (Fraction(69999, 1000), 2, "70.00"),
        (Fraction(5), 1, "5.0"),
        (Fraction(0), 2, "0.00"),
        (Fraction(1, 20), 1, "0.1"),
    ],
)
def test_print_is_half_up_with_a_fixed_number_of_digits(value, decimals, text):
    assert printed(value, decimals) == text
    assert rounded(value, decimals) == Fraction(text)


@pytest.mark.parametrize(
    "rules",
    [
        {"minimum": "median"},
        {"rounding": "after_band"},
        {"decimals": -1},
        {"decimals": 13},
        {"spread_limit": Fraction(-1)},
        {"spread_boundary": "at"},
        {"extremes": "halved"},
    ],
)
def test_working_rules_refuse_what_is_no_rule(rules):
    with pytest.raises(ValueError, match=next(iter(rules))):
        WorkingRules(**rules)


def test_the_defaults_are_those_of_the_contract():
    assert WorkingRules() == WorkingRules("mean", "none", 2, Fraction(10), "over", "kept")


@pytest.mark.parametrize(
    ("totals", "kept", "dropped"),
    [
        ((10, 60, 70, 100), "60", "60"),  # four members: nobody leaves
        ((10, 60, 70, 80, 100), "64", "70"),
        ((100, 80, 10, 70, 60), "64", "70"),
        ((100, 100, 70, 10, 10), "58", "60"),  # one of two equals leaves, on either side
        ((50, 50, 50, 50, 50), "50", "50"),
        ((0, 0, 0, 0, 0, 1), "1/6", "0"),
    ],
)
def test_one_highest_and_one_lowest_total_leave_the_mean_of_five_or_more(totals, kept, dropped):
    means = [ruler(*totals, extremes=word).as_json()["total_exact"] for word in ("kept", "dropped")]
    assert means == [kept, dropped]


def test_band_and_way_up_follow_the_mean_without_extremes_and_the_spread_does_not():
    result = ruler(0, 69, 69, 69, 100, extremes="dropped").as_json()

    assert (result["total_exact"], result["band"], result["spread"], result["rescore"]) == (
        "69",
        3,
        "100",
        True,
    )
    assert result["parts"] == {"A": "69", "B": "0", "C": "0"}
    assert result["next"]["missing_points"] == "1"
    assert result["next"]["steps"] == [{"criterion": "1", "to": 71, "points": "1"}]


def test_of_equal_totals_the_parts_decide_who_leaves_whatever_the_order():
    low, high = {**NOTHING, "2.1": 1}, {**NOTHING, "1.1": 2, "1.2": True, "2.1": 2}
    one, other = {**NOTHING, "1.1": 2}, {**NOTHING, "4": 2}  # 10 points in part A, in part C
    sheets = [low, other, one, one, high]
    found = [
        evaluate(SMALL, 1, panel(*order), rules=WorkingRules(extremes="dropped"))
        for order in (sheets, [other, one, one, high, low])
    ]
    assert [result.parts for result in found] == [{"A": Fraction(20, 3), "B": 0, "C": Fraction(10, 3)}] * 2
    tied = [{**NOTHING, "1.1": 2}, {**NOTHING, "4": 2}, *[{**NOTHING, "1.1": 2}] * 3]
    results = [
        evaluate(SMALL, 1, panel(*order), rules=WorkingRules(extremes="dropped"))
        for order in (tied, tied[::-1])
    ]
    assert [result.parts for result in results] == [{"A": 10, "B": 0, "C": 0}] * 2


def test_minimums_still_look_at_every_member():
    choices = [{"1.1": 1}, {}, {}, {}, {}]
    assert plain(*choices, minimum="all", extremes="dropped").as_json()["blocked_by"][0]["criterion"] == "1.1"
