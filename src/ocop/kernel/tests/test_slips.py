"""One letter wrong, missing or too many, in words of five letters or more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.text import SHORTEST, meant_by
from ocop.kernel.text.slips import is_slip

WORDS = st.text("abcdeghiđươ", min_size=SHORTEST, max_size=9)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("duongg", "duong"), ("duonh", "duong"), ("đườmg", "đường"), ("huomg", "huong"), ("truog", "truong"),
        ("xtruong", "truong"), ("ruong", "truong"), ("truonh", "truong"), ("duong", "duon"),
    ],
)  # fmt: skip
def test_a_slip_is_forgiven(typed, meant):
    assert is_slip(typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("truong", "truong"), ("gaos", "gao"), ("gao", "gac"), ("turong", "truong"), ("trung", "truongg"),
        ("chexx", "che"), ("duon", "duong"),
    ],
)  # fmt: skip
def test_what_is_no_slip_or_too_short_is_not(typed, meant):
    assert not is_slip(typed, meant)


@given(WORDS, st.data())
def test_each_single_change_is_one_and_it_goes_both_ways(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcxyđ").filter(lambda one: one != word[place]))
    for changed in (
        word[:place] + letter + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1 :],
    ):
        assert is_slip(word, changed)
        assert is_slip(changed, word) is (len(changed) >= SHORTEST)


@given(WORDS, WORDS)
def test_it_is_the_distance_of_one(one, other):
    without = [one[:n] + one[n + 1 :] for n in range(len(one))]
    of_other = [other[:n] + other[n + 1 :] for n in range(len(other))]
    replaced = one != other and any(a == b for a, b in zip(without, of_other, strict=False))
    same_length = len(one) == len(other) and replaced
    assert is_slip(one, other) is (one in of_other or other in without or same_length)


def test_the_same_beginning_comes_first():
    assert meant_by("huomg", ["thuomg", "huong", "huoma", "khac"]) == ["huoma", "huong", "thuomg"]
