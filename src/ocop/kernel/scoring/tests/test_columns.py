"""Criteria as columns: what every rung is, which written choice leads to it, and what a mark asks of it."""

from dataclasses import replace

import pytest

from ocop.kernel.scoring.columns import Minimum, Rung, column_of

from .regulations import A, anomaly, cases, criterion, yes_no

LADDER = criterion("1.1", A, 0, (10, 3), (20, 4))
CASES = cases("1.1", A, (0, (10, 3)), (5, (15, 3)))
YES_NO = yes_no("1.1", A, 10)
NOTHING = Rung(None, 0, 0, None)


def made(one, *anomalies, applies=True, is_full=False):
    return column_of(7, one, anomalies, applies=applies, is_full=is_full)


def doubt(place=2, code="1.1", **suggested):
    return anomaly("T-1", None, code, place, **suggested)


@pytest.mark.parametrize(
    ("one", "rungs"),
    [
        (LADDER, (Rung(None, 1, 0, 1), Rung(None, 2, 10, 2, 3), Rung(None, 3, 20, 3, 4))),
        (YES_NO, (Rung(None, 1, 10, True),)),
        (
            CASES,
            (
                *(Rung("a", 1, 0, "a.1"), Rung("a", 2, 10, "a.2", 3)),
                *(Rung("b", 1, 5, "b.1"), Rung("b", 2, 15, "b.2", 3)),
            ),
        ),
    ],
)
def test_the_rungs_of_a_criterion(one, rungs):
    column = made(one)
    assert column.rungs == (NOTHING, *rungs)
    assert column.points == (0, *(rung.points for rung in rungs))


READINGS = [
    (LADDER, {None: 0, 1: 1, 2: 2, 3: 3}, 3),
    (YES_NO, {None: 0, False: 0, True: 1}, 1),
    (CASES, {None: 0, "a.1": 1, "a.2": 2, "b.1": 3, "b.2": 4}, 4),
    (criterion("1.1", A, 0, 20, 10), {None: 0, 1: 1, 2: 2, 3: 3}, 2),
]


@pytest.mark.parametrize(("one", "rungs", "best"), READINGS)
def test_a_choice_leads_to_its_rung_but_where_the_sheets_change_nothing(one, rungs, best):
    """What does not apply is nothing ticked; what is given in full is the rung of most points."""
    written = {(type(choice), choice): rung for choice, rung in rungs.items()}
    assert [(made(one, **more).reading, made(one, **more).is_fixed) for more in (
        {},
        {"applies": False},
        {"is_full": True},
        {"is_full": True, "applies": False},
    )] == [
        (written, False),
        (dict.fromkeys(written, 0), True),
        (dict.fromkeys(written, best), True),
        (dict.fromkeys(written, 0), True),
    ]  # fmt: skip
    assert [made(one, is_full=True, applies=applies).is_full for applies in (True, False)] == [True, False]


NO, YES = False, True


@pytest.mark.parametrize(
    ("one", "minimums"),
    [
        (
            LADDER,
            (
                Minimum(7, "1.1", 3, {None: 2}, (NO, NO, YES, YES), 10),
                Minimum(7, "1.1", 4, {None: 3}, (NO, NO, NO, YES), 20),
            ),
        ),
        # a mark on the first printed option: whoever ticks something meets it
        (criterion("1.1", A, (5, 3), 10), (Minimum(7, "1.1", 3, {None: 1}, (NO, YES, YES), 5),)),
        # a mark on the whole criterion stands on its first points, be it one
        (
            criterion("1.1", A, 0, 1, 2, min_for_stars=4),
            (Minimum(7, "1.1", 4, {None: 2}, (NO, NO, YES, YES), 1),),
        ),
        (CASES, (Minimum(7, "1.1", 3, {"a": 2, "b": 4}, (NO, NO, YES, NO, YES), None),)),
        # a case without a mark asks nothing but a tick
        (
            cases("1.1", A, (0, (10, 3)), (5, 15)),
            (Minimum(7, "1.1", 3, {"a": 2}, (NO, NO, YES, YES, YES), None),),
        ),
        (YES_NO, ()),
    ],
)
def test_what_a_mark_asks(one, minimums):
    assert made(one).minimums == minimums


def test_a_mark_on_a_whole_criterion_stands_on_the_first_points_of_each_case():
    one = replace(cases("1.1", A, (0, 10), (5, 15)), min_for_stars=3)
    assert made(one).minimums == (Minimum(7, "1.1", 3, {"a": 2, "b": 3}, (NO, NO, YES, YES, YES), None),)


def test_what_a_mark_on_any_rung_would_ask():
    assert made(LADDER).asked == (
        Minimum(7, "1.1", 0, {None: 0}, (NO, NO, NO, NO), 0),
        Minimum(7, "1.1", 0, {None: 1}, (NO, YES, YES, YES), 0),
        Minimum(7, "1.1", 0, {None: 2}, (NO, NO, YES, YES), 10),
        Minimum(7, "1.1", 0, {None: 3}, (NO, NO, NO, YES), 20),
    )
    assert made(CASES).asked[1:4:2] == (
        Minimum(7, "1.1", 0, {"a": 1}, (NO, YES, YES, NO, NO), None),
        Minimum(7, "1.1", 0, {"b": 3}, (NO, NO, NO, YES, YES), None),
    )


@pytest.mark.parametrize(
    ("settled", "rung"),
    [
        (doubt(suggested_points=12), Rung(None, 2, 12, 2, 3)),
        (doubt(suggested_points=0), Rung(None, 2, 0, 2, 3)),
        (doubt(suggested_min_for_stars=5), Rung(None, 2, 10, 2, 5)),
        (doubt(place=3, suggested_points=12), Rung(None, 2, 10, 2, 3)),
        (doubt(code="1.2", suggested_points=12), Rung(None, 2, 10, 2, 3)),
    ],
)
def test_a_settled_doubt_changes_its_own_option_only(settled, rung):
    assert made(LADDER, settled).rungs[2] == rung


def test_a_settled_doubt_leaves_the_case_and_the_choice():
    found = made(CASES, doubt(suggested_points=12)).rungs
    assert found[1:3] == (Rung("a", 1, 0, "a.1"), Rung("a", 2, 12, "a.2", 3))
