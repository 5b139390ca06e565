"""Two decrees side by side: every criterion stands somewhere,
and every turn of a minimum is the right one.
"""

from __future__ import annotations

from collections import Counter

import pytest

from ocop.kernel.law import Case, Criterion, Option, load_regulations
from ocop.kernel.law.model import Part
from ocop.kernel.text import Label
from ocop.registers.regulations import selectors
from ocop.registers.regulations.selectors.comparing import Turn, _demands, compare

NEW, OLD = load_regulations()["qd-26-2026"], load_regulations()["qd-148-2023"]


def criterion(ladder: str, *words: str) -> Criterion:
    """A criterion from "0 1*** 2" and the wording of its options."""
    options = tuple(
        Option(place, int(step.rstrip("*")), Label(word, word), step.count("*") or None)
        for place, (step, word) in enumerate(zip(ladder.split(), words, strict=True), 1)
    )
    label = Label("x", "x")
    return Criterion(
        "1.1", Part.COMMUNITY, "1", label, max(option.points for option in options), options, key="x"
    )


TURNS = [
    ("0 1*** 2", "a b c", "0 1*** 2", "a b c", []),
    ("0 1*** 2", "a b c", "0 1 2***", "a b c", [(3, Turn.STRICTER)]),
    ("0 1 2***", "a b c", "0 1*** 2", "a b c", [(3, Turn.LOOSER)]),
    ("0 1 2", "a b c", "0 1*** 2", "a b c", [(3, Turn.NEW)]),
    ("0 1 2****", "a b c", "0 1 2", "a b c", [(4, Turn.GONE)]),
    # the wording decides before the points: what was needed moved down the ladder
    ("0 1 2****", "a b c", "0 2 4****", "a c d", [(4, Turn.STRICTER)]),
    # another wording: the share of the points decides
    ("0 1**** 4", "a b c", "0 3**** 4", "e f g", [(4, Turn.STRICTER)]),
    ("0 2**** 4", "a b c", "0 1**** 2", "e f g", [(4, Turn.OTHER)]),
    # a lower star's mark already asked as much: nothing is new at 4 stars
    ("0 1*** 2", "a b c", "0 1*** 2", "a b c", []),
    ("0 1*** 2", "a b c", "0 1*** 2****", "a b c", [(4, Turn.STRICTER)]),
]


@pytest.mark.parametrize(("was", "words", "now", "others", "expected"), TURNS)
def test_how_a_minimum_turned(was, words, now, others, expected):
    found = _demands(criterion(was, *words.split()), criterion(now, *others.split()))
    assert [(demand.stars, demand.turn) for demand in found] == expected


def two_cases(first: str, second: str) -> Criterion:
    """A criterion with the cases a and b, their options worded by place."""
    cases = tuple(
        Case(
            letter,
            Label(letter, letter),
            criterion(ladder, *(f"{letter}{n}" for n, _ in enumerate(ladder.split()))).options,
            2,
        )
        for letter, ladder in (("a", first), ("b", second))
    )
    return Criterion("1.1", Part.COMMUNITY, "1", Label("x", "x"), 2, cases=cases, key="x")


def test_every_case_is_compared_by_itself():
    """What moved only in the second case is found, with its letter."""
    found = _demands(two_cases("0 1*** 2", "0 1*** 2"), two_cases("0 1*** 2", "0 1 2***"))
    assert [(demand.case, demand.stars, demand.turn) for demand in found] == [("b", 3, Turn.STRICTER)]


def test_a_criterion_that_got_cases_is_compared_with_each():
    before = criterion("0 1*** 2", "a0", "a1", "a2")
    found = _demands(before, two_cases("0 1*** 2", "0 1 2***"))
    assert [(demand.case, demand.stars, demand.turn) for demand in found] == [("b", 3, Turn.STRICTER)]


def test_a_mark_on_a_whole_criterion_asks_for_its_first_points():
    pair = next(p for p in compare(OLD.set(1), NEW.set(1)).changed if p.after.code == "3.5")
    assert pair.before.code == "3.e"
    assert [(demand.stars, demand.before and demand.before.points) for demand in pair.demands] == [
        (3, None),
        (4, 1),
    ]


@pytest.mark.parametrize("number", range(1, 27))
def test_every_criterion_of_both_decrees_stands_in_one_list(number):
    old, new = OLD.set(number), NEW.set(number)
    found = compare(old, new)
    pairs = [*found.changed, *found.new, *found.gone, *found.same]
    assert Counter(p.after.code for p in pairs if p.after) == Counter(list(new.criteria))
    assert Counter(p.before.code for p in pairs if p.before) == Counter(list(old.criteria))
    assert sum(pair.points for pair in pairs) == sum(c.max for c in new.criteria.values()) - sum(
        c.max for c in old.criteria.values()
    )


def test_what_changed_in_fresh_vegetables():
    found = compare(OLD.set(1), NEW.set(1))
    assert ([p.after.key for p in found.new], [p.before.key for p in found.gone]) == (
        ["certified_area", "bilingual_label"],
        ["accounting", "testing"],
    )
    assert found.minimums == ((3, 3, 7), (4, 12, 12), (5, 8, 3))
    assert {turn.value: found.count(turn) for turn in Turn} == {
        "stricter": 1,
        "looser": 5,
        "new": 6,
        "gone": 4,
        "other": 6,
    }


TWINS = [
    (1, [("qd-148-2023", 1), ("qd-1048-2019", 15)]),
    (2, [("qd-148-2023", 2)]),
    (23, [("qd-148-2023", 23)]),
]


@pytest.mark.parametrize(("number", "expected"), TWINS)
def test_the_same_goods_in_other_decrees(number, expected):
    assert [(law.code, one.number) for law, one in selectors.same_set(NEW, NEW.set(number))] == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bo-tieu-chi/so-sanh/qd-148-2023/1/qd-26-2026/1/", 200),
        ("/en/bo-tieu-chi/so-sanh/qd-1048-2019/15/qd-26-2026/1/", 200),
        ("/bo-tieu-chi/so-sanh/qd-148-2023/26/qd-26-2026/26/", 200),
        ("/bo-tieu-chi/so-sanh/qd-1048-2019/10/qd-26-2026/3/", 404),
        ("/bo-tieu-chi/so-sanh/qd-148-2023/1/qd-26-2026/27/", 404),
        ("/bo-tieu-chi/so-sanh/qd-1-1900/1/qd-26-2026/1/", 404),
    ],
)
def test_the_page_answers_everyone_without_a_cookie(client, path, status):
    response = client.get(path)
    assert response.status_code == status
    assert not response.cookies


@pytest.mark.django_db
def test_the_older_decree_comes_first_whatever_the_address_says(client):
    pages = [
        client.get(f"/bo-tieu-chi/so-sanh/{path}/").content.decode()
        for path in ("qd-148-2023/1/qd-26-2026/1", "qd-26-2026/1/qd-148-2023/1")
    ]
    lead = "Trước: Quyết định 148/QĐ-TTg. Nay: Quyết định 26/2026/QĐ-TTg."
    assert [page.count(lead) for page in pages] == [1, 1]
    assert [page.count('<article class="criterion">') for page in pages] == [26, 26]
