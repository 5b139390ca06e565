"""What changed between two handings-in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.dossiers.rules.changes import Change, changes

OLD = {
    "producer": {"name": "HTX A"},
    "answers": {"1.1": {"choice": 2, "description": ""}},
    "evidence": [{"id": 1, "title": "Giấy A"}, {"id": 2, "title": "Giấy B"}],
    "form": {"declared_papers": ["a"], "production_plan": "x"},
}


def test_the_same_content_has_no_changes() -> None:
    assert changes(OLD, OLD) == []


def test_each_kind_of_change_is_found_where_it_is() -> None:
    new = {
        "producer": {"name": "HTX B"},
        "answers": {"1.1": {"choice": 3, "description": ""}, "1.2": {"choice": None, "description": "mới"}},
        "evidence": [{"id": 2, "title": "Giấy B"}, {"id": 3, "title": "Giấy C"}],
        "form": {"declared_papers": ["a", "b"], "production_plan": "x"},
    }
    assert changes(OLD, new) == [
        Change(("producer", "name"), "HTX A", "HTX B"),
        Change(("answers", "1.1", "choice"), 2, 3),
        Change(("answers", "1.2", "description"), None, "mới"),
        Change(("evidence", "3"), None, {"id": 3, "title": "Giấy C"}),
        Change(("form", "declared_papers"), ["a"], ["a", "b"]),
        Change(("evidence", "1"), {"id": 1, "title": "Giấy A"}, None),
    ]


def test_the_order_of_papers_is_no_change() -> None:
    assert changes(OLD, {**OLD, "evidence": OLD["evidence"][::-1]}) == []


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.dictionaries(st.text(min_size=1, max_size=3), inner, max_size=3),
    max_leaves=8,
)
CONTENT = st.dictionaries(st.sampled_from(["form", "answers", "product"]), TREES, max_size=3)


@given(CONTENT)
def test_nothing_differs_from_itself(tree: dict[str, object]) -> None:
    assert changes(tree, tree) == []


@given(CONTENT, CONTENT)
def test_changes_turn_round(old: dict[str, object], new: dict[str, object]) -> None:
    there = {(one.path, str(one.old), str(one.new)) for one in changes(old, new)}
    back = {(one.path, str(one.new), str(one.old)) for one in changes(new, old)}
    assert there == back
