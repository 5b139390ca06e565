"""What is missing to the next star, and the single steps towards it."""

from fractions import Fraction

import pytest

from ocop.kernel.scoring import Gain, Sheet, WorkingRules, evaluate
from ocop.kernel.scoring.columns import column_of
from ocop.kernel.scoring.minimums import Votes
from ocop.kernel.scoring.next_star import _raised

from .panels import conditional, panel, plain, ruler
from .regulations import SMALL, A, cases, criterion, product_set, regulation, section


def next_of(result):
    return result.as_json()["next"]


def test_there_is_no_next_star_at_5():
    assert plain({}).next_step is None


def test_missing_points_and_the_steps_that_give_them():
    # 85 points, every 5-star minimum but one is met; only that criterion can be the single step
    assert next_of(plain({"1.1": 3, "2.1": 2})) == {
        "stars": 5,
        "missing_points": "10",
        "missing_minimums": ["1.1"],
        "steps": [{"criterion": "1.1", "to": 4, "points": "10"}],
    }


def test_a_step_goes_to_the_lowest_place_that_suffices():
    # 60 points and no 4-star minimum missing
    assert next_of(plain({"1.1": 3, "1.2": False, "2.1": 2, "3": "b.1"})) == {
        "stars": 4,
        "missing_points": "10",
        "missing_minimums": [],
        "steps": [
            {"criterion": "1.1", "to": 4, "points": "10"},
            {"criterion": "1.2", "to": True, "points": "10"},
            {"criterion": "2.1", "to": 3, "points": "10"},
            {"criterion": "3", "to": "b.2", "points": "10"},
        ],
    }


def test_all_members_below_are_raised_and_the_others_are_left():
    # 1.1 gives 20, 10, 0 to the members: the mark of 4 stars asks for a mean of 20
    result = plain({"1.1": 3}, {"1.1": 2}, {"1.1": 1})

    assert result.next_step.steps == (Gain("1.1", 3, Fraction(10)),)


def test_points_of_a_step_are_points_of_the_mean():
    result = plain({"1.1": 4}, {"1.1": 4}, {"1.1": 2})  # a mean of 70/3, 5 stars ask for 30

    assert next_of(result)["steps"] == [{"criterion": "1.1", "to": 4, "points": "20/3"}]


def test_two_missing_minimums_leave_no_single_step():
    assert next_of(plain({"1.1": 2, "2.1": 1})) == {
        "stars": 4,
        "missing_points": "10",
        "missing_minimums": ["1.1", "2.1"],
        "steps": [],
    }


def test_a_step_that_meets_the_minimum_must_also_bring_the_points():
    marked = regulation(
        product_set(1, section("1", A, criterion("1.1", A, 0, (12, 3)), criterion("1.2", A, 37, 38, 88)))
    )

    assert next_of(evaluate(marked, 1, panel({"1.1": 1, "1.2": 1}))) == {
        "stars": 3,
        "missing_points": "13",
        "missing_minimums": ["1.1"],
        "steps": [],
    }
    assert next_of(evaluate(marked, 1, panel({"1.1": 1, "1.2": 2})))["steps"] == [
        {"criterion": "1.1", "to": 2, "points": "12"}
    ]


def test_below_2_stars_the_next_star_asks_for_points_only():
    result = plain({"1.1": 1, "1.2": False, "2.1": None, "3": "a.1", "4": 2})  # 10 points

    assert result.stars == 1
    assert next_of(result)["stars"] == 2
    assert next_of(result)["missing_points"] == "20"
    assert [step["criterion"] for step in next_of(result)["steps"]] == ["1.1", "2.1"]
    assert next_of(result)["missing_minimums"] == []


def test_with_points_enough_and_a_3_star_minimum_missing_the_next_star_is_3():
    assert next_of(plain({"1.1": 1})) == {
        "stars": 3,
        "missing_points": "0",
        "missing_minimums": ["1.1"],
        "steps": [{"criterion": "1.1", "to": 2, "points": "10"}],
    }


MANY = regulation(
    product_set(
        1,
        section(
            "1", A, *(criterion(f"1.{n}", A, 0, n, 13 - n) for n in range(1, 7)), criterion("1.7", A, 28, 58)
        ),
    )
)
"""Six criteria of 0, n or 13-n points, so that several steps cost the same."""

WIDE = regulation(product_set(1, section("1", A, *(criterion(f"1.{n}", A, 3, 4) for n in range(1, 26)))))
"""Twenty-five criteria of 3 or 4 points: 75 to 100 points."""


def test_a_step_to_3_stars_goes_past_the_mark_not_only_to_a_tick():
    """Nothing ticked and 70 points: a tick at 0 points would leave the 3-star minimum unmet."""
    assert plain({"1.1": None}).next_step.steps == (Gain("1.1", 2, Fraction(10)),)


def test_steps_come_cheapest_first_then_in_printed_order():
    choices = {f"1.{n}": 1 for n in range(1, 7)} | {"1.7": 1}  # 28 points: 2 are missing to 2 stars
    steps = evaluate(MANY, 1, panel(choices)).as_json()["next"]["steps"]

    assert [(step["criterion"], step["points"]) for step in steps] == [
        ("1.2", "2"),
        ("1.3", "3"),
        ("1.4", "4"),
        ("1.5", "5"),
        ("1.6", "6"),
        ("1.1", "12"),
        ("1.7", "30"),
    ]


def test_there_are_at_most_ten_steps_the_first_in_printed_order():
    choices = {f"1.{n}": 2 if n <= 14 else 1 for n in range(1, 26)}  # 89 points
    steps = evaluate(WIDE, 1, panel(choices)).as_json()["next"]["steps"]

    assert [step["criterion"] for step in steps] == [f"1.{n}" for n in range(15, 25)]
    assert {step["points"] for step in steps} == {"1"}


def test_steps_stay_in_the_case_that_the_members_chose():
    # case a can still give 10, case b 15; the members are in case a
    result = plain({"1.2": False, "2.1": 2, "3": "a.1", "4": 2, "1.1": 3})  # 45 points, 5 to 3 stars

    assert {s["criterion"]: s["to"] for s in next_of(result)["steps"]}["3"] == "a.2"


def test_where_nobody_chose_a_case_the_cheapest_of_all_is_named():
    result = plain({"1.2": False, "2.1": 2, "3": None, "4": 2, "1.1": 3})

    assert {s["criterion"]: s["to"] for s in next_of(result)["steps"]}["3"] == "b.1"


def test_a_member_of_the_other_case_is_below_when_it_gives_fewer_points():
    sheets = panel({"1.1": "a.2", "2.1": 1, "3.1": "a.1"}, {"1.1": "a.2", "2.1": 1, "3.1": "b.1"})
    steps = evaluate(SMALL, 4, sheets).as_json()["next"]["steps"]  # 45 and 40 points; 85/2

    # to a.2 both are raised: 35 + 30 points; to b.2 both as well; the mark of case a is then out of the way
    assert [step for step in steps if step["criterion"] == "3.1"] == [
        {"criterion": "3.1", "to": "a.2", "points": "65/2"}
    ]


TIED = cases("1.1", A, (0, 5, (5, 3)), (5, 15))
"""Rungs 1 to 3 are of case a, 4 and 5 of case b; 2, 3 and 4 are worth the same."""


@pytest.mark.parametrize(
    ("one", "rung", "placed", "raised"),
    [
        (criterion("1.1", A, 0, 10, 20), 2, (0, 1, 2, 3), (2, 2, 2, 3)),
        # inside its case the place decides, not the points; in the other one the points do
        (TIED, 3, (0, 1, 2, 3, 4, 5), (3, 3, 3, 3, 4, 5)),
        (TIED, 4, (0, 1, 2, 3, 4, 5), (4, 4, 2, 3, 4, 5)),
        (TIED, 5, (0, 1, 2, 3, 4, 5), (5, 5, 5, 5, 5, 5)),
    ],
)
def test_who_is_below_is_raised_and_nobody_else(one, rung, placed, raised):
    column = column_of(0, one, (), applies=True, is_full=False)
    points = sum(column.points[rung] for rung in raised)
    assert _raised(Votes(column, placed, 0, 7), rung) == Votes(column, raised, points, 7)


def test_under_agreed_a_raise_of_the_sheets_does_not_change_what_was_agreed():
    agreed = {"1.1": 2, "2.1": 3, "4": 3}
    result = plain({}, minimum="agreed", agreed=agreed)

    assert next_of(result) == {"stars": 4, "missing_points": "0", "missing_minimums": ["1.1"], "steps": []}


def test_points_that_rounding_brings_are_not_missing():
    totals = (90,) * 199 + (89,)  # 89.995

    assert next_of(ruler(*totals))["missing_points"] == "1/200"
    assert ruler(*totals, rounding="before_band").next_step is None
    assert next_of(ruler(*totals, 89, rounding="before_band"))["missing_points"] == "1/100"


def test_a_step_counts_on_rounding_where_the_council_rounds_first():
    sheets = [Sheet(f"m{n}", {"1": 70 if n else 69}) for n in range(4)]  # totals 69, 69, 69, 68: 68.75
    exact = evaluate(SMALL, 6, sheets).next_step
    rounded = evaluate(SMALL, 6, sheets, rules=WorkingRules(rounding="before_band", decimals=0)).next_step

    assert exact.steps == (Gain("1", 71, Fraction(5, 4)),)
    assert rounded.missing_points == 1  # 68.75 reads 69
    assert rounded.steps == (Gain("1", 71, Fraction(5, 4)),)


def test_what_the_sheets_cannot_change_is_no_step():
    changes = {"5.2": None, "1.1": 1, "3.1": 1, "5.1": 1}
    with_story = conditional(changes)
    without = conditional(changes, facts={"product_has_story": False})

    assert [step.criterion for step in with_story.next_step.steps] == ["5.2"]
    assert without.next_step.missing_minimums == ("5.2",)
    assert without.next_step.steps == ()
