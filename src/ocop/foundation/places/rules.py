"""Levels and kinds of units, the dates that divide them,
and how what people type becomes words to look for. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache

from ocop.kernel.text import fold

# Districts ended and communes were merged on this day (two levels of local government).
REFORM_ON = date(2025, 7, 1)
# The register answers from here on. Older mergers are not told apart: what stood on 30 June 2025 stands for
# them.
RECORDS_BEGIN = date(2018, 1, 1)


class Level(StrEnum):
    """A level of government that has places."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Kind(StrEnum):
    """What a unit is called before its name, as stored."""

    PROVINCE = "tỉnh"
    CITY = "thành phố"
    DISTRICT = "huyện"
    TOWN = "thị xã"
    COMMUNE = "xã"
    WARD = "phường"
    TOWNSHIP = "thị trấn"
    SPECIAL_ZONE = "đặc khu"


# The length of a code tells its level: 15, 083, 02788.
LEVEL_OF_CODE_LENGTH = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}

MOST_WORDS = 16  # xã, huyện and tỉnh with the longest names fit

_SHORT_FORMS = {"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "nt": "nong truong"}


def level_of_code(code: str) -> Level | None:
    """The level that a code belongs to, or None where it is no code.
    Says nothing about whether the unit exists.
    """
    return LEVEL_OF_CODE_LENGTH.get(len(code)) if code.isascii() and code.isdigit() else None


def words_to_find(text: str) -> list[str]:
    """Folded words of what was typed, in order, at most `MOST_WORDS`; usual short forms spelt out: `TX Nghĩa
    Lộ`.

    One letter, as in `P. Sa Pa`, needs no spelling out: the start of a word is enough to find it.
    """
    words = [part for word in fold(text).split() for part in _SHORT_FORMS.get(word, word).split()]
    return words[:MOST_WORDS]


def searchable(texts: Iterable[str]) -> str:
    """Folded texts between semicolons, so that a whole text (`; sa pa ;`) or the start of a word (` pa`) can
    be found.

    A name with an apostrophe is found written together as well: Ea H’Leo by `ea hleo`.
    """
    folded = [form for text in texts for form in _folded_forms(text)]
    return ";" + "".join(f" {text} ;" for text in dict.fromkeys(folded) if text)


def holds(searched: str, words: Iterable[str]) -> bool:
    """Whether a searchable text has a word that begins with each of `words`; a number must be there whole."""
    return all((f" {word} " if word.isdigit() else f" {word}") in searched for word in words)


@lru_cache(maxsize=20_000)  # a register names the same province thousands of times
def _folded_forms(text: str) -> tuple[str, ...]:
    return fold(text), fold(text.replace("’", "").replace("'", ""))
