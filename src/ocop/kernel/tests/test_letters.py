"""Broken letters: what nobody can read."""

from __future__ import annotations

import pytest

from ocop.kernel.text import broken_at
from ocop.kernel.text.letters import is_noncharacter


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


@pytest.mark.parametrize(
    ("code", "is_none"),
    [
        (0xFDCF, False), (0xFDD0, True), (0xFDEF, True), (0xFDF0, False),
        (0xFFFD, False), (0xFFFE, True), (0xFFFF, True), (0x10000, False), (0x10FFFE, True), (0x10FFFF, True),
    ],
)  # fmt: skip
def test_the_codes_that_are_no_characters(code, is_none):
    assert is_noncharacter(chr(code)) is is_none
