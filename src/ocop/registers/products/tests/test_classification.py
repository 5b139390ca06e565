"""The classification of annex I: every leaf is reached by steps, and found by everyday words."""

import pytest

from ocop.kernel.law import regulation
from ocop.registers.products.rules import admits, branches, find_leaves
from ocop.registers.products.rules.classification import EVERYDAY_WORDS

LAW = regulation("qd-26-2026")


def walk(prefix=""):
    for branch in branches(LAW, prefix):
        if branch.only_leaf:
            yield branch.only_leaf.key
        else:
            yield from walk(branch.key)


def test_every_leaf_is_reached_once():
    assert list(walk()) == list(LAW.leaves)


def test_every_set_has_one_leaf():
    assert sorted(leaf.set_number for leaf in LAW.leaves.values()) == list(range(1, 27))


@pytest.mark.parametrize("prefix", ["IX", "I.9", "I.1.a", "..", "'"])
def test_nothing_under_what_does_not_exist(prefix):
    assert branches(LAW, prefix) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("dứa sấy", ["I.3.c"]),
        ("dua say deo", ["I.3.c"]),
        ("ca phe", ["I.6"]),
        ("mat ong", ["I.2.b", "I.3.d"]),
        ("rượu ngô", ["II.1.a"]),
        ("tho cam", ["IV.2"]),
        ("homestay", ["VI.1"]),
        ("trà hoa sen", ["I.5.b"]),
        ("thịt trâu gác bếp", ["I.3.d"]),
        ("", []),
        ("xyz", []),
    ],
)
def test_everyday_words(text, keys):
    assert [leaf.key for leaf in find_leaves(LAW, text)] == keys


def test_words_stand_at_leaves_of_the_law():
    assert set(EVERYDAY_WORDS) == set(LAW.leaves)


@pytest.mark.parametrize(
    ("decree", "applicant", "sets"),
    [
        ("qd-26-2026", "household", set(range(1, 27))),
        ("qd-26-2026", "federation", {26}),  # R26-02: services of tourism only
        ("qd-26-2026", "somebody", set()),
        ("qd-148-2023", "federation", set(range(1, 27))),  # its data does not say who applies
    ],
)
def test_who_may_enter_which_set(decree, applicant, sets):
    law = regulation(decree)
    assert {number for number in range(1, 27) if admits(law, applicant, number)} == sets
