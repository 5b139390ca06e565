"""Risk, turn and fairness, as tables and as what holds for any products."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.inspections.labels import reason_words, reasons_words
from ocop.casework.inspections.rules.checklist import (
    MARK_LINES,
    PLAIN_LINES,
    Conclusion,
    Result,
    lines,
    refuse_conclusion,
)
from ocop.casework.inspections.rules.risk import (
    Facts,
    Reason,
    Why,
    draft,
    may_visit,
    rank,
    reasons_of,
    whole_years,
)
from ocop.casework.inspections.rules.weights import DEFAULTS, default_weights, read_weights, weights

ON = date(2026, 11, 23)
W = default_weights()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, {}),
        ({"sector": "Thực phẩm"}, {Why.SECTOR: 3}),
        ({"sector": "Hàng thủ công mỹ nghệ"}, {}),
        ({"stars": 5}, {Why.STARS: 2}),
        ({"stars": 4}, {Why.STARS: 1}),
        ({"stars": 3}, {}),
        ({"since": date(2025, 11, 24)}, {}),
        ({"since": date(2025, 11, 23)}, {Why.UNCHECKED: 2}),
        ({"since": date(2010, 1, 1)}, {Why.UNCHECKED: 6}),
        ({"open_orders": 3}, {Why.OPEN_ORDER: 4}),
        ({"reports": 2}, {Why.REPORTS: 6}),
        ({"reports": 9}, {Why.REPORTS: 9}),
        ({"expires_on": ON + timedelta(days=180)}, {Why.ENDING: 1}),
        ({"expires_on": ON + timedelta(days=181)}, {}),
        ({"expires_on": ON - timedelta(days=1)}, {}),
    ],
)
def test_each_reason_has_its_points(facts, expected):
    found = reasons_of(Facts(product=1, producer=1, **facts), W, ON)
    assert {one.why: one.points for one in found} == expected


@pytest.mark.parametrize(
    ("since", "years"),
    [(date(2024, 2, 29), 2), (date(2025, 11, 23), 1), (date(2025, 11, 24), 0), (date(2027, 1, 1), 0)],
)
def test_whole_years(since, years):
    assert whole_years(since, ON) == years


FACTS = st.builds(
    Facts,
    product=st.integers(1, 10_000),
    producer=st.integers(1, 12),
    sector=st.sampled_from(["", "Thực phẩm", "Đồ uống", "Sinh vật cảnh"]),
    stars=st.integers(0, 5),
    since=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    open_orders=st.integers(0, 2),
    reports=st.integers(0, 5),
    expires_on=st.none() | st.dates(date(2026, 1, 1), date(2029, 12, 31)),
)


@given(st.lists(FACTS, unique_by=lambda one: one.product), st.sets(st.integers(1, 12)), st.integers(1, 15))
def test_nobody_is_visited_twice_without_a_reason_and_nobody_jumps_the_queue(found, visited, visits):
    rows = [Facts(**{**vars(one), "visits": int(one.producer in visited)}) for one in found]
    chosen, left_out = draft(rows, W, ON, visits)
    producers = list(dict.fromkeys(one.facts.producer for one in chosen))
    assert len(producers) <= visits
    assert not set(producers) & set(left_out)
    for producer in producers:  # all products of whoever is visited, each once
        own = [one.facts.product for one in chosen if one.facts.producer == producer]
        assert sorted(own) == sorted(one.product for one in rows if one.producer == producer)
    for producer in left_out:
        assert producer in visited
        assert not any(one.open_orders or one.reports for one in rows if one.producer == producer)
    if len(producers) < visits:  # room was left: everybody else had a visit
        assert {one.producer for one in rows} == {*producers, *left_out}
    best = {}
    for one in rank(rows, W, ON):
        best.setdefault(one.facts.producer, one.points)
    waiting = {one for one in best if one not in left_out and one not in producers}
    assert all(best[one] <= best[producers[-1]] for one in waiting)


@given(st.lists(FACTS, min_size=1, unique_by=lambda one: one.product), st.randoms())
def test_the_order_of_what_is_read_does_not_matter(found, random):
    shuffled = [*found]
    random.shuffle(shuffled)
    assert rank(shuffled, W, ON) == rank(found, W, ON)


def test_the_same_points_go_by_turn():
    old, young = Facts(1, 1, since=date(2026, 3, 1)), Facts(2, 2, since=date(2026, 1, 1))
    assert [one.facts.product for one in rank([old, young], W, ON)] == [2, 1]
    assert [one.facts.product for one in rank([old, Facts(3, 3)], W, ON)] == [3, 1]


def test_a_second_visit_needs_a_reason():
    def asked(**facts):
        return may_visit(rank([Facts(1, 1, visits=1, **facts)], W, ON))

    assert (asked(), asked(stars=5), asked(reports=1), asked(open_orders=1)) == (False, False, True, True)


def test_reasons_are_said_in_words():
    row = {"why": "stars", "points": 1, "number": 4, "word": ""}
    assert reason_words(row) == "4 sao (1 điểm)"
    assert reasons_words([]) == "đến lượt"
    for why in Why:
        assert reason_words(vars(Reason(why, 2, 3, "Thực phẩm")))


def test_weights_are_data_and_read_strictly(settings, tmp_path):
    data = json.loads(DEFAULTS.read_text("utf-8"))
    assert read_weights(data).as_data() == data
    for wrong in (
        [], data | {"x": 1}, data | {"report": -1}, data | {"report": 1.5}, data | {"report": True},
        data | {"stars": 3}, data | {"stars": {"5": 101}}, {k: v for k, v in data.items() if k != "ending"},
    ):  # fmt: skip
        with pytest.raises(ValueError, match="weights"):
            read_weights(wrong)
    own = tmp_path / "own.json"
    own.write_text(json.dumps(data | {"report": 7}), "utf-8")
    settings.INSPECTION_WEIGHTS = str(own)
    assert (weights().report, default_weights().report) == (7, 3)


def test_the_list_of_lines_follows_the_rubric():
    tea = lines("qd-26-2026", 11)
    assert [one.code for one in tea[:2]] == ["c1", "c2"]
    assert tea[-len(MARK_LINES) :] == MARK_LINES
    assert lines("", None) == lines("qd-26-2026", 99) == PLAIN_LINES + MARK_LINES
    assert len({one.code for one in tea}) == len(tea)


@given(st.sampled_from(Conclusion), st.lists(st.sampled_from(Result)))
def test_a_conclusion_follows_from_what_was_found(conclusion, results):
    has_bad = Result.NOT_KEPT in results
    assert refuse_conclusion(conclusion, results) is (has_bad == (conclusion == "maintained"))
