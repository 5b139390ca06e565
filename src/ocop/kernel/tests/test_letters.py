"""Broken letters: what nobody can read."""

from __future__ import annotations

import pytest

from ocop.kernel.text import broken_at


@pytest.mark.parametrize(
    "text", ["", "Dứa quả", "Nguye\u0302\u0303n", "👍🏽 中 ก ع", "a\nb\tc", "\u200d\u202e", "□"]
)
def test_what_somebody_can_read_is_not_broken(text):
    assert broken_at(text) == ""


@pytest.mark.parametrize(
    "char", ["\ufffd", "\ue000", "\U00100000", chr(0xD800), "\uffff", "\U0002fffe", "\ufdef"]
)
def test_the_words_around_the_first_broken_letter(char):
    assert broken_at(f"Hợp tác xã dứa quả {char} Bản Lầu, thôn {char}") == "xã dứa quả □ Bản Lầ"
    assert broken_at(char) == "□"
