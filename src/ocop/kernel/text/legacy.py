"""Texts in the fonts of before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times), recognised and put into Unicode.

A word says itself in which alphabet it was typed: only one reading of it is a Vietnamese syllable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from ocop.kernel.text.syllables import is_syllable

# « and ­ (soft hyphen) are letters of TCVN3: a word of such a text keeps them
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}/\\|\"'“”‘’–—_+*=<>%&#@~^$-]+")


class Alphabet(StrEnum):
    """How a text was typed."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)

_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS = {
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}
_BREVES = {
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}
_CARRIERS = {
    "a": _MARKS | _HATS | _BREVES,
    "e": _MARKS | _HATS,
    "o": _MARKS | _HATS,
    "u": _MARKS,
    "y": _MARKS,
    "ô": _MARKS,
    "ö": _MARKS,
}


def _vni() -> dict[str, str]:
    """Every sign of VNI, the longest first: a letter with its mark behind it, or one sign alone."""
    found: dict[str, str] = {}
    for letter, marks in _CARRIERS.items():
        plain = _ALONE.get(letter, letter)
        for sign, mark in marks.items():
            small = unicodedata.normalize("NFC", plain + mark)
            found |= {
                letter + sign: small,
                (letter + sign).upper(): small.upper(),
                letter.upper() + sign: small.upper(),
            }
    for sign, letter in _ALONE.items():
        found |= {sign: letter, sign.upper(): letter.upper()}
    return found


VNI = _vni()
_VNI_SIGN = re.compile("|".join(sorted(map(re.escape, VNI), key=lambda one: -len(one))))


def in_unicode(text: str, alphabet: Alphabet) -> str:
    """A text of that alphabet in composed Unicode."""
    if alphabet is Alphabet.TCVN3:
        return "".join(TCVN3.get(char, char) for char in text)
    if alphabet is Alphabet.VNI:
        return _VNI_SIGN.sub(lambda match: VNI[match[0]], text)
    return unicodedata.normalize("NFC", text)


def alphabet_of(texts: Iterable[str]) -> Alphabet:
    """In which alphabet most of the words with marks were typed. Unicode in doubt."""
    scores = dict.fromkeys(Alphabet, 0)
    words = 0
    for text in texts:
        for word in _WORD.findall(text):
            if word.isascii():
                continue
            words += 1
            for alphabet in Alphabet:
                scores[alphabet] += _fits(word, alphabet)
    best = max((Alphabet.TCVN3, Alphabet.VNI), key=lambda one: scores[one])
    if words and scores[best] * 3 >= words * 2 and scores[best] * 2 > scores[Alphabet.UNICODE] * 3:
        return best
    return Alphabet.UNICODE


def _fits(word: str, alphabet: Alphabet) -> bool:
    if alphabet is Alphabet.UNICODE:
        return is_syllable(word)
    if any(ord(char) > 0xFF for char in unicodedata.normalize("NFC", word)):
        return False  # those fonts had no such sign
    turned = in_unicode(word, alphabet)
    return turned != word and is_syllable(turned)


def alphabet_of_cell(text: str, table: Alphabet) -> Alphabet:
    """The alphabet of one cell of a table: its own where its words say so, else that of the table.

    A cell that can be read in Unicode is left as it is unless the whole table was typed otherwise.
    """
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if not words or any(ord(char) > 0xFF for word in words for char in unicodedata.normalize("NFC", word)):
        return Alphabet.UNICODE
    counts = {one: sum(_fits(word, one) for word in words) for one in Alphabet}
    if table is not Alphabet.UNICODE:
        return table if counts[table] >= counts[Alphabet.UNICODE] else Alphabet.UNICODE
    best = max((Alphabet.TCVN3, Alphabet.VNI), key=lambda one: counts[one])
    if counts[best] == len(words) and counts[Alphabet.UNICODE] * 2 <= len(words) and len(words) > 1:
        return best
    return Alphabet.UNICODE
