"""Words to find by: how a text is kept, how a question is read, and which texts answer it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.text import answers, answers_whole, asked, fold, searchable
from ocop.kernel.text.finding import words_with_marks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CHÈ  Shan", ["chè", "shan"]),
        ("hoà hòa HOÀ", ["hòa", "hòa", "hòa"]),
        ("thuý thúy", ["thúy", "thúy"]),
        # behind the first vowel, whichever it is in print: the same for a text and a question
        ("quyển ngoài người", ["qủyên", "ngòai", "ngừơi"]),
        ("Đường ĐÀ Ðà ðà", ["đừơng", "đà", "đà", "đà"]),
        ("du\u031b\u0301a du\u0301\u031ba", ["dứa", "dứa"]),
        ("bấc bậc chế CHẾ tằm", ["bấc", "bậc", "chế", "chế", "tằm"]),
        ("xa\u0323\u0301", [unicodedata.normalize("NFC", "xa\u0323\u0301")]),
        ("ñandu çëå", ["nãndu", "cea"]),
        ("ḿm", ["mḿ"]),
        ("b\u00ada\u200bn", ["ban"]),
        ("4.0-x*", ["4", "0", "x"]),
        ("h’leo", ["h", "leo"]),
        ("中国茶 👍 ﬁ ٣", ["中国茶", "fi", "٣"]),
        ("\u0301 m\u0301 \u0301m", ["ḿ", "ḿ"]),
        ("", []),
    ],
)
def test_words_with_their_marks(text: str, words: list[str]) -> None:
    assert words_with_marks(text) == words


def test_a_word_counts_by_its_first_sixty_letters() -> None:
    assert words_with_marks("b" * 61) == ["b" * 60]
    assert searchable("b" * 61) == "b" * 60


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (("Chè Shan", "che"), "che shan chè"),
        (("Ea H’Leo",), "ea h leo hleo"),
        (("h'a h‘b hʼc",), "h a b hʼc ha hb hc"),
        (("Hoà",), "hoa hòa"),
        (("***", ""), ""),
        ((), ""),
    ],
)
def test_what_is_kept_has_each_word_once_without_and_with_marks(texts: tuple[str, ...], kept: str) -> None:
    assert searchable(*texts) == kept


def test_a_question_has_each_word_once_and_sixteen_at_most() -> None:
    assert asked("chè che CHÈ") == ["chè", "che"]
    assert asked(" ".join(f"a{number}" for number in range(17))) == [f"a{number}" for number in range(16)]


@pytest.mark.parametrize(
    ("question", "is_found", "is_whole"),
    [
        ("che", True, True),
        ("chè", True, True),
        ("ché", False, False),
        ("sh", True, False),
        ("shan ch", True, False),
        ("shan che", True, True),
        ("an", False, False),
        ("shan dứa", False, False),
        ("", True, True),
    ],
)
def test_a_text_answers_when_each_word_begins_one_of_its_own(
    question: str, is_found: bool, is_whole: bool
) -> None:
    kept, words = searchable("Chè Shan"), asked(question)
    assert (answers(kept, words), answers_whole(kept, words)) == (is_found, is_whole)


@given(st.text())
def test_a_text_answers_itself_with_marks_and_without(text: str) -> None:
    kept = searchable(text)
    assert answers_whole(kept, asked(text))
    assert answers(kept, asked(text))
    assert answers(kept, [word[:60] for word in fold(text).split()])
