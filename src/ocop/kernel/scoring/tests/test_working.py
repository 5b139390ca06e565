"""The working of a result, as pages and minutes show it."""

from fractions import Fraction

from .panels import plain


def test_each_criterion_shows_the_mean_and_what_each_member_gave():
    first = plain({}, {"1.1": 3}, {"1.1": None}).criteria[0]

    assert (first.criterion.code, first.mean) == ("1.1", Fraction(50, 3))
    assert [(m.member, m.choice, m.points) for m in first.members] == [
        ("a", 4, 30),
        ("b", 3, 20),
        ("c", None, 0),
    ]
    assert (first.applies, first.is_full, first.answered) == (True, False, True)


def test_no_and_nothing_ticked_stay_apart():
    second = plain({"1.2": False}, {"1.2": None}).criteria[1]

    assert [(m.choice, m.points) for m in second.members] == [(False, 0), (None, 0)]


def test_a_choice_keeps_its_case():
    fourth = plain({"3": "a.2"}, {"3": "b.1"}).criteria[3]

    assert [(m.choice, m.points) for m in fourth.members] == [("a.2", 10), ("b.1", 5)]


def test_each_member_shows_total_and_parts_in_the_order_of_the_sheets():
    result = plain({"2.1": 1}, {"1.1": 1})

    assert [(m.member, m.total, m.parts) for m in result.members] == [
        ("a", 80, {"A": 40, "B": 5, "C": 35}),
        ("b", 70, {"A": 10, "B": 25, "C": 35}),
    ]


def test_the_levels_show_every_minimum_with_what_it_needs_and_what_there_is():
    levels = plain({"1.1": 2}).levels  # 80 points

    assert [(level.stars, level.points_needed, level.points_reached, level.unmet) for level in levels] == [
        (3, 50, True, ()),
        (4, 70, True, ("1.1",)),
        (5, 90, False, ("1.1",)),
    ]
    assert [(m.criterion, m.needs, m.has, m.met) for m in levels[1].minimums] == [
        ("1.1", 3, 2, False),
        ("2.1", 2, 3, True),
    ]


def test_the_sum_of_the_criteria_is_the_total():
    result = plain({"1.1": 3, "3": "a.1"}, {"2.1": None}, {})

    assert sum(criterion.mean for criterion in result.criteria) == result.total == sum(result.parts.values())
