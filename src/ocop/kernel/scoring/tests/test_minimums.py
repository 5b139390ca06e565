"""How several members' choices combine on a marked criterion: mean, majority, all, agreed."""

import pytest

from ocop.kernel.scoring import WorkingRules, evaluate

from .panels import conditional, panel, plain
from .regulations import SMALL

AGREED = {"1.1": 4, "2.1": 3, "4": 3}


def block_on(result, code, stars):
    """needs and has of one minimum, and whether it is met."""
    level = next(level for level in result.levels if level.stars == stars)
    return next((m.needs, m.has, m.met) for m in level.minimums if m.criterion == code)


@pytest.mark.parametrize(
    ("rule", "places", "has", "met"),
    [
        # criterion 1.1 gives 0, 10, 20, 30; its 4-star mark stands on place 3 (20 points)
        ("mean", (4, 4, 1), 3, True),  # 60 of 60: exactly the marked points
        ("mean", (4, 3, 1), 2, False),  # a mean of 50/3
        ("mean", (4, 4, None), 3, True),  # nothing ticked counts as 0 points
        ("mean", (1, 1, 1), 1, False),
        (
            "mean",
            (None, None, None),
            0,
            False,
        ),  # the 0-point option has its points, but nobody ticked anything
        ("majority", (4, 4, 1), 4, True),
        ("majority", (3, 3, 1), 3, True),
        ("majority", (4, 1, 1), 1, False),
        ("majority", (4, 3, 2), 3, True),
        ("majority", (4, 3, None, None), 0, False),  # half is not more than half
        ("majority", (4, 3, 2, None), 2, False),
        ("all", (4, 3, 3), 3, True),
        ("all", (4, 4, 2), 2, False),
        ("all", (4, 4, None), 0, False),
    ],
)
def test_mean_majority_and_all(rule, places, has, met):
    result = plain(*({"1.1": place} for place in places), minimum=rule)

    assert block_on(result, "1.1", 4) == (3, has, met)


@pytest.mark.parametrize(("agreed", "met"), [(1, False), (2, False), (3, True), (4, True), (None, False)])
def test_agreed_decides_whatever_the_sheets_say(agreed, met):
    result = plain({}, {"1.1": None}, minimum="agreed", agreed=AGREED | {"1.1": agreed})

    assert result.errors == ()
    assert block_on(result, "1.1", 4) == (3, agreed or 0, met)


def test_agreed_changes_no_points():
    agreed = {"1.1": 1, "2.1": 1, "4": 1}

    assert plain({}, minimum="agreed", agreed=agreed).total == plain({}).total


def test_agreed_is_ignored_under_the_other_rules():
    assert plain({}, agreed={"1.1": 99, "zz": 1}) == plain({})


def test_a_mark_on_the_least_option_asks_for_a_tick_only():
    assert block_on(plain({"2.1": 1}), "2.1", 3) == (1, 1, True)
    assert block_on(plain({"2.1": None}), "2.1", 3) == (1, 0, False)


def test_one_of_three_ticking_is_not_the_mean_of_the_least_option():
    # 5 points are marked; one member in three gives 15, which is a mean of 5
    assert block_on(plain({"2.1": 2}, {"2.1": None}, {"2.1": None}), "2.1", 3) == (1, 1, True)
    assert block_on(plain({"2.1": 1}, {"2.1": None}, {"2.1": None}), "2.1", 3) == (1, 0, False)


def test_a_mark_on_the_whole_criterion_stands_for_its_lowest_option_worth_points():
    assert block_on(conditional({"3.1": 1}), "3.1", 4) == (1, 1, True)
    assert block_on(conditional({"3.1": None}), "3.1", 4) == (1, 0, False)


def test_a_mark_on_a_whole_criterion_skips_options_worth_nothing():
    from .regulations import A, criterion, product_set, regulation, section

    marked = regulation(product_set(1, section("1", A, criterion("1", A, 0, 0, 50, 100, min_for_stars=3))))

    assert evaluate(marked, 1, panel({"1": 2})).levels[0].minimums[0].needs == 3


def in_cases(code, *choices, rule="mean"):
    """Set 4 with these choices on one criterion; the other criteria are out of the way."""
    others = {"1.1": "a.2", "2.1": 2, "3.1": "b.2"}
    sheets = panel(*({**others, code: choice} for choice in choices))
    return block_on(evaluate(SMALL, 4, sheets, rules=WorkingRules(minimum=rule)), code, 3)


@pytest.mark.parametrize("rule", ["mean", "majority", "all"])
def test_a_mark_binds_inside_the_chosen_case_only(rule):
    # 1.1: case a gives 10 (3 stars), 40; case b gives 20, 40 (3 stars)
    assert in_cases("1.1", "a.1", rule=rule) == ("a.1", "a.1", True)
    assert in_cases("1.1", "b.1", rule=rule) == ("b.2", "b.1", False)
    assert in_cases("1.1", "b.2", rule=rule) == ("b.2", "b.2", True)
    assert in_cases("1.1", None, rule=rule) == ("a.1", 0, False)


@pytest.mark.parametrize("rule", ["mean", "majority", "all"])
def test_a_case_without_a_mark_asks_for_a_tick_only(rule):
    # 3.1: case a gives 0, 35 (3 stars); case b gives 5, 35 without a mark
    assert in_cases("3.1", "b.1", rule=rule)[2] is True
    assert in_cases("3.1", "a.1", rule=rule) == ("a.2", "a.1", False)


def test_members_of_different_cases_are_measured_each_by_their_own_mark():
    assert in_cases("1.1", "a.1", "b.2", "b.2", rule="all")[2] is True
    assert in_cases("1.1", "a.1", "b.1", "b.2", rule="majority")[2] is True
    assert in_cases("1.1", "a.1", "b.1", "b.1", rule="majority") == ("a.1", 0, False)


def test_under_mean_members_of_different_cases_need_the_marks_of_all_the_cases_they_chose():
    assert in_cases("1.1", "a.2", "b.2")[2] is True  # a mean of 40 reaches 10 and 40
    assert in_cases("1.1", "a.2", "b.1") == ("b.2", "b.1", False)  # a mean of 30 reaches 10, not 40


def test_agreed_names_the_case_too():
    sheets = panel({"1.1": "a.1", "2.1": 2, "3.1": "b.2"})
    result = evaluate(
        SMALL, 4, sheets, rules=WorkingRules(minimum="agreed"), agreed={"1.1": "b.2", "3.1": "a.1"}
    )

    assert [(m.criterion, m.met) for m in result.levels[0].minimums] == [("1.1", True), ("3.1", False)]
