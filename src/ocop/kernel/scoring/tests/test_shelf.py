"""The shelf of rubrics: one per question, never more than it may hold,
and emptied without anybody noticing.
"""

import pytest

from ocop.kernel.scoring import shelf

from .regulations import RULER, SMALL, regulation

NOTHING: frozenset[str] = frozenset()


@pytest.fixture
def small_shelf(monkeypatch):
    monkeypatch.setattr(shelf, "_shelves", {})
    monkeypatch.setattr(shelf, "MOST_RUBRICS", 2)
    monkeypatch.setattr(shelf, "MOST_REGULATIONS", 2)


@pytest.mark.usefixtures("small_shelf")
def test_the_same_question_is_answered_from_the_shelf():
    first = shelf.rubric_for(SMALL, 2, {"product_has_story": False}, NOTHING)
    assert shelf.rubric_for(SMALL, 2, {"product_has_story": False}, NOTHING) is first
    assert shelf.rubric_for(SMALL, 2, {"product_has_story": True}, NOTHING) is not first


@pytest.mark.usefixtures("small_shelf")
def test_a_full_shelf_of_rubrics_is_emptied():
    first = shelf.rubric_for(SMALL, 1, {}, NOTHING)
    shelf.rubric_for(SMALL, 2, {}, NOTHING)
    assert shelf.rubric_for(SMALL, 1, {}, NOTHING) is first
    shelf.rubric_for(SMALL, 6, {}, NOTHING)
    again = shelf.rubric_for(SMALL, 1, {}, NOTHING)
    assert again is not first
    assert again.product_set is first.product_set


@pytest.mark.usefixtures("small_shelf")
def test_a_full_row_of_regulations_is_emptied():
    first = shelf.rubric_for(SMALL, 1, {}, NOTHING)
    shelf.facts_known_to(regulation(RULER))
    assert shelf.rubric_for(SMALL, 1, {}, NOTHING) is first
    shelf.facts_known_to(regulation(RULER))
    assert shelf.rubric_for(SMALL, 1, {}, NOTHING) is not first


@pytest.mark.usefixtures("small_shelf")
def test_a_shelf_keeps_the_regulation_that_it_is_named_after():
    """Two regulations at one address of memory would share a shelf."""
    small = regulation(RULER)
    shelf.facts_known_to(small)
    assert [kept.regulation is small for kept in shelf._shelves.values()] == [True]
