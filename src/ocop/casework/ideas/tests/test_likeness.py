"""Which names look alike: a table, and what holds for all names."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ocop.casework.ideas.rules.likeness import Likeness, core, likeness, place_phrases
from ocop.kernel.text import fold

SAME, SIMILAR, NOT = Likeness.SAME, Likeness.SIMILAR, None
PLACES = frozenset({"ban lau", "lung vai"})

TABLE = [
    # one, other, far from each other, near each other
    ("Dứa sấy dẻo", "Dứa sấy dẻo", SAME, SAME),
    ("Dứa sấy dẻo", "dua SAY deo", SAME, SAME),
    ("Dứa sấy dẻo", "Dứa dẻo sấy", SAME, SAME),
    ("Mật ong", "Matong", SAME, SAME),
    ("Mật ong Bản Lầu", "Mật ong Lùng Vai", SAME, SAME),  # Lùng Vai became part of Bản Lầu
    ("Đặc sản OCOP mật ong", "Sản phẩm mật ong", SAME, SAME),
    ("Dứa sấy dẻo", "Dứa sấy", SIMILAR, SIMILAR),  # two words of three
    ("Dứa sấy dẻo", "Dứa", NOT, SIMILAR),
    ("Dứa quả Bản Lầu", "Dứa Bản Lầu", NOT, SIMILAR),
    ("Tương ớt Mường Khương", "Tương ớt Mường Khươn", SIMILAR, SIMILAR),
    ("Chuối sấy", "Chuổi xấy", SIMILAR, SIMILAR),  # one letter, marks aside
    ("Chuối sấy", "Chuối xáy khô", NOT, NOT),
    ("Lạp xưởng", "Lạp xườn", SIMILAR, SIMILAR),
    ("Lạp xưởng", "Lạp xuoong", SIMILAR, SIMILAR),  # a letter too many within
    ("Lạp xưởng", "Alạp xưởng", SIMILAR, SIMILAR),  # or before
    ("Dứa khô", "Dứa khôi", SIMILAR, SIMILAR),  # six letters are enough for a slip
    ("Dứa kh", "Dứa khi", NOT, NOT),  # five are not
    ("Chè", "Chà", NOT, NOT),
    ("Chè Shan tuyết", "Mật ong bạc hà", NOT, NOT),
    ("", "", NOT, NOT),
    ("***", "Dứa", NOT, NOT),
    ("Bản Lầu", "Lùng Vai", NOT, NOT),  # names of places alone stay what they are
]


@pytest.mark.parametrize(("one", "other", "far", "near"), TABLE)
def test_names_that_look_alike(one: str, other: str, far: Likeness | None, near: Likeness | None) -> None:
    assert likeness(one, other, places=PLACES) == far
    assert likeness(one, other, places=PLACES, is_near=True) == near
    assert likeness(other, one, places=PLACES) == far


WORDS = [
    "dứa",
    "dua",
    "mật",
    "ong",
    "ban",
    "lầu",
    "chè",
    "sấy",
    "tương",
    "ớt",
    "đặc",
    "sản",
    "lung",
    "vai",
    "quả",
]
NAMES = st.lists(st.sampled_from(WORDS), max_size=6)
ANY = st.one_of(NAMES.map(" ".join), st.text(max_size=20))
KNOWN = st.frozensets(st.sampled_from(["ban lau", "lung vai", "mat"]))


@given(ANY, ANY, KNOWN, st.booleans())
def test_the_order_of_the_two_does_not_matter(
    one: str, other: str, places: frozenset[str], is_near: bool
) -> None:
    forth = likeness(one, other, places=places, is_near=is_near)
    assert forth == likeness(other, one, places=places, is_near=is_near)


@given(ANY, ANY, KNOWN, st.booleans())
def test_marks_and_case_do_not_matter(one: str, other: str, places: frozenset[str], is_near: bool) -> None:
    written = likeness(one, other, places=places, is_near=is_near)
    assert likeness(fold(one), fold(other).upper(), places=places, is_near=is_near) == written


@example("dứa sản đặc", frozenset())
@given(ANY, KNOWN)
def test_every_name_is_the_same_as_itself_in_any_order_of_words(name: str, places: frozenset[str]) -> None:
    words = core(name, places)
    assert likeness(name, name, places=places) == (SAME if words else NOT)
    assert likeness(" ".join(words), " ".join(reversed(words))) in ({SAME} if words else {NOT})


@given(ANY, ANY, KNOWN)
def test_being_near_never_makes_less_alike(one: str, other: str, places: frozenset[str]) -> None:
    far, near = likeness(one, other, places=places), likeness(one, other, places=places, is_near=True)
    assert far is None or near == far


def test_the_longest_name_of_a_place_goes_first() -> None:
    assert core("Mật ong Bản Lầu Thượng", {"ban lau", "ban lau thuong"}) == ("mat", "ong")


def test_the_bare_names_of_a_place_are_read_from_its_search_text() -> None:
    text = "; xa ban lau ; 02788 ; tinh lao cai ; thi tran nong truong ; xa lung vai ; huyen muong khuong ;"
    assert place_phrases(text) == {"ban lau", "lao cai", "nong truong", "lung vai", "muong khuong"}
