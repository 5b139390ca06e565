"""The live view of an unfinished sheet."""

from fractions import Fraction

from ocop.kernel.scoring import Result, partial
from ocop.kernel.scoring.working_rules import DEFAULT_RULES

from .panels import plain
from .regulations import ALL_AT_TOP, CONDITIONAL_AT_TOP, PLAIN, SMALL


def lights(result):
    return [(level.stars, level.points_reached, level.unmet) for level in result.levels]


def test_an_empty_sheet_misses_everything():
    result = partial(SMALL, 1, {})

    assert result.missing == ("1.1", "1.2", "2.1", "3", "4")
    assert (result.complete, result.total, result.band, result.stars) == (False, 0, None, None)
    assert (result.errors, result.rules) == ((), DEFAULT_RULES)
    assert lights(result) == [
        (3, False, ("1.1", "2.1")),
        (4, False, ("1.1", "2.1")),
        (5, False, ("1.1", "2.1", "4")),
    ]


def test_what_is_known_of_an_unfinished_sheet():
    facts = {"dossier_forged": True, "production_permit_missing": True}
    result = partial(SMALL, 1, {"1.1": 3}, facts)
    (exclusion,), (note,) = result.excluded, result.notes
    assert (exclusion.code, "production_permit_missing" in note.en) == ("dossier_forged", True)
    parts = {"A": Fraction(20), "B": Fraction(0), "C": Fraction(0)}
    assert result == Result(
        DEFAULT_RULES, total=Fraction(20), parts=parts, spread=Fraction(0), excluded=(exclusion,),
        notes=(note,), missing=("1.2", "2.1", "3", "4"),
    )  # fmt: skip


def test_totals_of_what_is_answered():
    result = partial(SMALL, PLAIN, {"1.1": 3, "3": "b.1"})

    assert (result.total, result.parts) == (25, {"A": 20, "B": 0, "C": 5})
    assert result.missing == ("1.2", "2.1", "4")
    assert [(c.criterion.code, c.answered) for c in result.criteria] == [
        ("1.1", True),
        ("1.2", False),
        ("2.1", False),
        ("3", True),
        ("4", False),
    ]


def test_a_minimum_is_met_not_met_or_not_answered():
    result = partial(SMALL, 1, {"1.1": 2, "4": None})
    found = {
        (m.criterion, m.stars): (m.met, m.answered, m.needs, m.has)
        for level in result.levels
        for m in level.minimums
    }

    assert found == {
        ("1.1", 3): (True, True, 2, 2),
        ("2.1", 3): (False, False, 1, 0),
        ("1.1", 4): (False, True, 3, 2),
        ("2.1", 4): (False, False, 2, 0),
        ("1.1", 5): (False, True, 4, 2),
        ("4", 5): (False, True, 3, 0),
    }


def test_what_is_unmet_comes_by_level_then_in_printed_order():
    assert partial(SMALL, 1, {"1.1": 3}).levels[2].unmet == ("2.1", "1.1", "4")


def test_a_light_goes_on_when_points_and_minimums_of_its_level_and_below_are_there():
    levels = partial(SMALL, 1, {"1.1": 3, "1.2": True, "2.1": 2, "3": "b.2"}).levels  # 60 points

    assert [(level.points_needed, level.is_reached) for level in levels] == [
        (50, True),
        (70, False),
        (90, False),
    ]


def test_nothing_ticked_is_an_answer():
    assert partial(SMALL, 1, {**ALL_AT_TOP, "4": None}).missing == ()


def test_a_finished_sheet_gives_the_same_as_its_evaluation():
    assert partial(SMALL, 1, ALL_AT_TOP | {"1.1": 2}) == plain({"1.1": 2})


def test_a_story_criterion_is_not_missing_without_a_story():
    choices = {code: choice for code, choice in CONDITIONAL_AT_TOP.items() if code != "5.2"}
    result = partial(SMALL, 2, choices, {"product_has_story": False})

    assert (result.missing, result.complete, result.total) == ((), True, 85)


def test_a_test_that_is_not_mandatory_counts_in_full_before_it_is_answered():
    result = partial(SMALL, 2, {}, {"testing_not_mandatory": True})

    assert result.total == 15
    assert "7" in result.missing


def test_a_settled_doubt_counts_in_the_live_view():
    assert partial(SMALL, 2, {"1.1": 2}).total == 1
    assert partial(SMALL, 2, {"1.1": 2}, decisions={"T-1": "suggested"}).total == 2


def test_a_wrong_choice_is_a_fault_here_too():
    result = partial(SMALL, 1, {"1.1": 9})

    assert [(fault.code.value, fault.criterion) for fault in result.errors] == [("place_out_of_range", "1.1")]
    assert (result.total, result.levels) == (None, ())


def test_an_unfinished_sheet_is_not_excluded_for_zero_points():
    assert partial(SMALL, 2, {"6.1.1": 1}).excluded == ()


def test_an_excluding_fact_is_told_at_once():
    result = partial(SMALL, 2, {}, {"dossier_forged": True})

    assert [exclusion.code for exclusion in result.excluded] == ["dossier_forged"]
