"""Levels and kinds of units, the dates that divide them,
and how what people type becomes words to look for. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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


def grounds(parents: Mapping[int, int | None], successions: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """By unit, every unit whose ground lies wholly on its own: itself, what it holds, what either took over,
    and what wholly followed these.

    `parents` names for each unit the one above it, `successions` are pairs of an old unit and a new one. A
    record of 2022 may name the old commune or the one of today. For old Lào Cai the communes of today that
    took over only its communes count; for today's Lào Cai the old communes, of both provinces, count. A
    commune that took over from two districts lies wholly in neither.
    """
    children, before, after = defaultdict(set), defaultdict(set), defaultdict(set)
    for child, parent in parents.items():
        if parent is not None:
            children[parent].add(child)
    for old, new in successions:
        before[new].add(old)
        after[old].add(new)
    return {unit: _ground(unit, children, before, after) for unit in parents}


Links = Mapping[int, set[int]]


def _ground(start: int, children: Links, before: Links, after: Links) -> set[int]:
    found = _reached({start}, (children, before))
    while True:
        followers = {new for old in found for new in after.get(old, ())} - found
        later = {new for new in followers if before[new] <= found}
        if not later:
            return found
        found |= _reached(later, (children, before))


def _reached(start: set[int], links: tuple[Links, ...]) -> set[int]:
    found, new = set(start), set(start)
    while new:
        new = {one for link in links for key in new for one in link.get(key, ())} - found
        found |= new
    return found


@lru_cache(maxsize=20_000)  # a register names the same province thousands of times
def _folded_forms(text: str) -> tuple[str, ...]:
    return fold(text), fold(text.replace("’", "").replace("'", ""))
