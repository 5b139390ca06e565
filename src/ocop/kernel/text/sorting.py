"""The order of the Vietnamese alphabet, syllable by syllable as in dictionaries:
letters first, then tones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# f, j, w, z are no Vietnamese letters; names use them, so they stand where Latin puts them
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_TONES = {
    "\u0300": 1,
    "\u0309": 2,
    "\u0303": 3,
    "\u0301": 4,
    "\u0323": 5,
}  # huyền, hỏi, ngã, sắc, nặng; ngang is none
_LETTER_MARKS = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn: part of the letter
_SYLLABLE = re.compile(r"[0-9]+|[^\W0-9_]+")

Syllable = tuple[tuple[int, ...], tuple[int, ...]]
Key = tuple[tuple[Syllable, ...], str]


@lru_cache(maxsize=8192)  # names of places are sorted on every page that offers them
def vietnamese_key(text: str) -> Key:
    """Key for sorting names: a ă â b c d đ …; ngang, huyền, hỏi, ngã, sắc, nặng; numbers by value, before
    letters.

    Punctuation and case decide only between texts that are otherwise equal.
    """
    composed = unicodedata.normalize("NFC", text)
    return tuple(_syllable_key(part) for part in _SYLLABLE.findall(composed.casefold())), composed


def _syllable_key(part: str) -> Syllable:
    if part.isascii() and part.isdigit():
        digits = part.lstrip("0")
        return (0, len(digits), *map(int, digits)), ()
    letters: list[int] = []
    tones: list[int] = []
    for char in part:
        marks = unicodedata.normalize("NFD", char)
        tones += [_TONES[mark] for mark in marks if mark in _TONES]
        letter = unicodedata.normalize(
            "NFC", "".join(m for m in marks if m == marks[0] or m in _LETTER_MARKS)
        )
        letters.append(_RANK.get(letter) or _RANK.get(marks[0]) or len(_ALPHABET) + ord(letter[0]))
    return tuple(letters), tuple(tones)
