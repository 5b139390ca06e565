"""A practised sheet as an address, and back."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.law import load_regulations
from ocop.registers.regulations import rules
from ocop.registers.regulations.templatetags.law import cited

SETS = [(r.code, s) for r in load_regulations().values() for s in r.sets.values() if s.has_rubric]


@given(st.sampled_from(SETS), st.integers(0, 10**9))
def test_every_sheet_survives_its_address(one, seed):
    product_set, chance = one[1], random.Random(seed)
    choices = {}
    for code, criterion in product_set.criteria.items():
        token = chance.choice([None, *rules.tokens(criterion)])
        if token is not None:
            choices[code] = rules.tokens(criterion)[token]
    assert rules.unpack(product_set, rules.pack(product_set, choices)) == choices


@pytest.mark.parametrize("code", ["qd-1048-2019", "qd-148-2023", "qd-26-2026"])
def test_a_full_sheet_is_short_enough_to_send(code):
    full = [
        rules.pack(s, {c: list(rules.tokens(x).values())[-1] for c, x in s.criteria.items()})
        for of, s in SETS
        if of == code
    ]
    assert max(map(len, full)) <= 80


def test_tokens_of_the_three_kinds_of_criteria():
    regulation = load_regulations()["qd-26-2026"]
    assert rules.tokens(regulation.set(1).criteria["1.1"]) == {"0": None, "1": 1, "2": 2, "3": 3}
    assert rules.tokens(regulation.set(1).criteria["2.4"]) == {"n": False, "y": True}
    assert list(rules.tokens(regulation.set(26).criteria["8"])) == ["0", "a1", "a2", "b1", "b2"]


@pytest.mark.parametrize(
    "word", ["9", "x", "-----------------------------------------------9", "1.1", "b2", "٣"]
)
def test_what_cannot_be_read_is_left_unanswered(word):
    assert rules.unpack(load_regulations()["qd-26-2026"].set(1), word) == {}


def test_conditions_are_those_that_the_sheet_names():
    found = {c.fact: c.type for c in rules.conditions(load_regulations()["qd-26-2026"].set(16))}
    assert found == {
        "dossier_forged": "disqualify",
        "food_safety_certificate_missing": "disqualify",
        "registration_not_conforming": "disqualify",
        "product_has_story": "applies_if",
    }


def test_a_tick_is_a_yes_but_beside_the_story_a_no():
    product_set = load_regulations()["qd-26-2026"].set(1)
    assert rules.read_facts(product_set, ["dossier_forged", "product_has_story", "nothing_known"]) == {
        "dossier_forged": True,
        "product_has_story": False,
    }


@pytest.mark.parametrize(
    ("article", "words"),
    [("7(3)(a)", "điểm a khoản 3 Điều 7"), ("5", "Điều 5"),
     ("12(2) (26/2026/QĐ-TTg)", "khoản 2 Điều 12 (26/2026/QĐ-TTg)"),
     ("148/QĐ-TTg", "148/QĐ-TTg"), ("", "")],
)  # fmt: skip
def test_how_a_place_of_the_law_is_cited(article, words):
    assert cited(article) == words


SERVICES = load_regulations()["qd-26-2026"].set(26)
FRESH = load_regulations()["qd-26-2026"].set(1)


def test_an_address_says_every_choice_and_nothing_of_what_is_not_answered():
    assert rules.tokens(SERVICES.criteria["8"]) == {
        "0": None, "a1": "a.1", "a2": "a.2", "b1": "b.1", "b2": "b.2",
    }  # fmt: skip
    assert rules.pack(FRESH, {"1.1": 1, "1.3": 2}) == "1--2"
    assert rules.pack(FRESH, {"1.2": None, "2.4": False}) == "-0---------n"
    assert rules.pack(FRESH, {}) == ""
    assert rules.unpack(FRESH, "1--2") == {"1.1": 1, "1.3": 2}


def test_conditions_say_what_the_sheet_says():
    assert [(one.fact, one.type, one.label.vi) for one in rules.conditions(FRESH)][::4] == [
        ("dossier_forged", "disqualify", "Bị loại nếu giả mạo hồ sơ"),
        ("product_has_story", "applies_if", "Chỉ chấm khi có câu chuyện sản phẩm"),
    ]
