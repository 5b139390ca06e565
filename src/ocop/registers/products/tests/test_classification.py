"""The classification of annex I: every leaf is reached by steps, and found by everyday words."""

import pytest

from ocop.kernel.law import regulation
from ocop.registers.producers.rules import LegalForm
from ocop.registers.products.rules import admits, branches, fault_of_set, find_leaves
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


@pytest.mark.parametrize(
    ("prefix", "steps"),
    [
        (
            "",
            [
                ("I", "Thực phẩm", 13), ("II", "Đồ uống", 4),
                ("III", "Dược liệu và sản phẩm từ dược liệu", 3),
                ("IV", "Hàng thủ công mỹ nghệ", 2), ("V", "Sinh vật cảnh", 3),
                ("VI", "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch", 1),
            ],
        ),
        (
            "I",
            [
                ("I.1", "Thực phẩm tươi sống", 2), ("I.2", "Thực phẩm thô, sơ chế", 2),
                ("I.3", "Thực phẩm chế biến", 4), ("I.4", "Gia vị", 2), ("I.5", "Chè", 2),
                ("I.6", "Cà phê, ca cao", 1),
            ],
        ),
        ("I.1", [("I.1.a", LAW.leaves["I.1.a"].label.vi, 1), ("I.1.b", LAW.leaves["I.1.b"].label.vi, 1)]),
        ("III", [(key, LAW.leaves[key].label.vi, 1) for key in ("III.1", "III.2", "III.3")]),
    ],
)  # fmt: skip
def test_what_one_chooses_next(prefix, steps):
    assert [(step.key, step.label.vi, len(step.leaves)) for step in branches(LAW, prefix)] == steps


def test_the_first_choice_is_among_the_sectors():
    assert branches(LAW) == branches(LAW, "")


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


@pytest.mark.parametrize(
    ("form", "size", "has_registration", "set_number", "fault"),
    [
        (LegalForm.COOPERATIVE, "", True, 1, None),
        (LegalForm.COOPERATIVE, "", False, 1, "registration_missing"),
        (LegalForm.LIMITED_COMPANY, "large", True, 1, "large_enterprise"),
        (LegalForm.LIMITED_COMPANY, "small", True, 1, None),
        (LegalForm.FEDERATION, "", True, 1, "form_not_admitted"),
        (LegalForm.FEDERATION, "", True, 26, None),
    ],
)
def test_why_a_producer_may_not_enter_a_set(form, size, has_registration, set_number, fault):
    assert fault_of_set(LAW, set_number, form, size, has_registration=has_registration) == fault


def test_a_decree_without_leaves_finds_none():
    assert find_leaves(regulation("qd-148-2023"), "dứa") == []
