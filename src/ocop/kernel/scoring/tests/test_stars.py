"""From points and minimums to a star: R26-05, R26-06, R26-08."""

import pytest

from .panels import conditional, plain, ruler

JUST_UNDER_70 = (70,) * 999 + (69,)
"""A mean of 69.999."""


@pytest.mark.parametrize(
    ("totals", "band"),
    [
        ((100,), 5),
        ((90,), 5),
        ((90,) * 99 + (89,), 4),
        ((89,), 4),
        ((70,), 4),
        (JUST_UNDER_70, 3),
        ((69,), 3),
        ((50,), 3),
        ((49, 50), 2),
        ((30,), 2),
        ((29, 30), 1),
        ((0,), 1),
    ],
)
def test_the_band_is_read_on_the_exact_mean_and_lower_bounds_count(totals, band):
    result = ruler(*totals)

    assert (result.band, result.stars, result.recognised) == (band, band, band >= 3)


@pytest.mark.parametrize(
    ("rounding", "decimals", "band"),
    [("none", 2, 3), ("none", 0, 3), ("before_band", 2, 4), ("before_band", 3, 3), ("before_band", 0, 4)],
)
def test_a_council_may_round_before_the_band(rounding, decimals, band):
    assert ruler(*JUST_UNDER_70, rounding=rounding, decimals=decimals).band == band


def test_rounding_before_the_band_is_half_up():
    half = (70,) * 199 + (69,)  # 69.995

    assert ruler(*half, rounding="before_band").band == 4
    assert ruler(*half, 69, rounding="before_band").band == 3


def test_rounding_before_the_band_leaves_the_exact_total_alone():
    assert ruler(*JUST_UNDER_70, rounding="before_band").as_json()["total_exact"] == "69999/1000"


@pytest.mark.parametrize(
    ("change", "band", "stars"),
    [
        ({}, 5, 5),
        ({"1.1": 3}, 5, 4),  # 90 points, the 5-star mark of 1.1 is missing
        ({"4": 2}, 5, 4),  # 90 points, the 5-star mark of 4 is missing
        ({"1.1": 2}, 4, 3),  # 80 points, the 4-star mark of 1.1 is missing
        ({"2.1": 1}, 4, 3),
        ({"1.1": 1}, 4, 2),  # 70 points, the 3-star mark is missing: never 3, never 1
        ({"2.1": None}, 4, 2),
        ({"1.1": 1, "2.1": 1, "4": 1}, 2, 2),  # 30 points
        ({"1.1": 1, "2.1": None, "3": "a.1", "4": 1}, 1, 1),  # 10 points
    ],
)
def test_a_missing_minimum_holds_the_star_down_whatever_the_points(change, band, stars):
    result = plain(change)

    assert (result.band, result.stars, result.recognised) == (band, stars, stars >= 3)


def test_a_missing_minimum_of_a_lower_level_holds_the_higher_ones_down():
    # 3.1 carries its 4-star mark on the whole criterion; 100 less 25 are 75 points, enough for 4 stars
    assert conditional({"3.1": None}).stars == 3


def test_blocks_come_by_level_then_in_printed_order_up_to_one_star_above():
    blocks = plain({"1.1": 1, "2.1": None, "4": 1}).as_json()["blocked_by"]
    assert blocks == []  # 25 points: 1 star, and 2 stars ask for no minimum

    result = plain({"1.1": 1, "2.1": None})  # 45 points
    assert result.stars == 2
    assert result.as_json()["blocked_by"] == [
        {"criterion": "1.1", "stars": 3, "needs": 2, "has": 1},
        {"criterion": "2.1", "stars": 3, "needs": 1, "has": 0},
    ]


def test_blocks_of_a_product_at_3_stars_are_those_of_4():
    result = plain({"1.1": 2, "2.1": 1, "4": 3})  # 60 points

    assert result.stars == 3
    assert result.as_json()["blocked_by"] == [
        {"criterion": "1.1", "stars": 4, "needs": 3, "has": 2},
        {"criterion": "2.1", "stars": 4, "needs": 2, "has": 1},
    ]


def test_blocks_of_a_product_at_4_stars_are_those_of_5_and_at_5_there_are_none():
    assert plain({"1.1": 3, "4": 2}).as_json()["blocked_by"] == [
        {"criterion": "1.1", "stars": 5, "needs": 4, "has": 3},
        {"criterion": "4", "stars": 5, "needs": 3, "has": 2},
    ]
    assert plain({}).as_json()["blocked_by"] == []


@pytest.mark.parametrize(
    ("lost", "band", "stars"),
    [({"4": 1}, 3, 2), ({"4": 1, "3": "a.1"}, 2, 2), ({"2.1": None, "4": 1, "3": "a.1"}, 1, 1)],
)
def test_a_missing_3_star_minimum_leaves_2_stars_at_most(lost, band, stars):
    """1.1 is at its first place, 0 points: 70 points less what is lost."""
    result = plain({"1.1": 1, **lost})
    assert (result.band, result.stars) == (band, stars)
