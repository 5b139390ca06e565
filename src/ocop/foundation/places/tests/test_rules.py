from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.foundation.places.rules import Level, holds, level_of_code, searchable, words_to_find
from ocop.kernel.text import fold


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("15", Level.PROVINCE),
        ("083", Level.DISTRICT),
        ("02788", Level.COMMUNE),
        ("2788", None),
        ("1", None),
        ("", None),
        ("0278x", None),
        ("٠٢٧٨٨", None),  # digits, but not ours
    ],
)
def test_level_of_code(code: str, level: Level | None) -> None:
    assert level_of_code(code) == level


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Bản Lầu", ["ban", "lau"]),
        ("  BẢN   LẦU, Mường Khương ", ["ban", "lau", "muong", "khuong"]),
        ("TX Nghĩa Lộ", ["thi", "xa", "nghia", "lo"]),
        ("TT. Bát Xát", ["thi", "tran", "bat", "xat"]),
        ("tp Lào Cai", ["thanh", "pho", "lao", "cai"]),
        ("P. Sa Pa", ["p", "sa", "pa"]),
        ("NT Phong Hải", ["nong", "truong", "phong", "hai"]),
        ("xã Hòa Xá", ["xa", "hoa", "xa"]),
        ("a " * 40, ["a"] * 16),
        ("", []),
        ("…!?", []),
    ],
)
def test_words_to_find(typed: str, words: list[str]) -> None:
    assert words_to_find(typed) == words


@given(st.text(max_size=60))
def test_words_are_folded_and_few(text: str) -> None:
    words = words_to_find(text)
    assert len(words) <= 16
    assert all(fold(word) == word and " " not in word for word in words)


def test_searchable_marks_whole_texts_and_writes_apostrophes_away() -> None:
    assert searchable(["Sa Pả", "xã Sa Pả", "Sa Pả"]) == "; sa pa ; xa sa pa ;"
    assert searchable(["Ea H’Leo"]) == "; ea h leo ; ea hleo ;"
    assert searchable([]) == ";"


@pytest.mark.parametrize(
    ("words", "answer"),
    [(["sa"], True), (["p", "s"], True), (["a"], False), (["03006"], True), (["030"], False), ([], True)],
)
def test_holds_starts_of_words_and_whole_numbers(words: list[str], answer: bool) -> None:
    assert holds(searchable(["Sa Pa", "03006"]), words) is answer
