"""Whether two product names may mean the same thing.
Marks, case, word order and names of places do not tell apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from enum import StrEnum
from fractions import Fraction

from ocop.kernel.text import fold

MOSTLY = Fraction(2, 3)
SHORTEST_FOR_A_SLIP = 6
_GENERIC = ("san pham", "dac san", "ocop", "minh hoa")
_KINDS = ("thanh pho", "thi tran", "thi xa", "phuong", "huyen", "tinh", "quan", "xa", "tp", "tt", "tx")


class Likeness(StrEnum):
    """How alike two names are."""

    SAME = "same"
    SIMILAR = "similar"


def place_phrases(searchable: str) -> frozenset[str]:
    """The bare names, old ones included, in the searchable text of a place: "xa ban lau" gives "ban lau"."""
    found = set()
    for text in searchable.split(";"):
        words = text.strip()
        kind = next((f"{kind} " for kind in _KINDS if words.startswith(f"{kind} ")), "")
        name = words.removeprefix(kind)
        if name and not name.isdigit():
            found.add(name)
    return frozenset(found)


def core(name: str, places: Collection[str] = ()) -> tuple[str, ...]:
    """The folded words that say what a product is: without names of places and words that fit every product.

    A name that consists of such words only stays whole.
    """
    whole = fold(name)
    padded = f" {whole} "
    for phrase in sorted({*places, *_GENERIC}, key=lambda one: (-len(one), one)):
        padded = padded.replace(f" {phrase} ", " ")
    return tuple(padded.split() or whole.split())


def likeness(one: str, other: str, *, places: Collection[str] = (), is_near: bool = False) -> Likeness | None:
    """How alike two names are; None where they are not. The order of the two does not matter.

    The same words in any order, or the same letters however they are parted, are the same name. Two thirds of
    the words in common, or one slip of the pen, are similar; near each other (same commune or producer) so is
    a name that holds the other.
    """
    first, second = core(one, places), core(other, places)
    if not first or not second:
        return None
    # all words are compared too: in another order words that meant nothing together may mean something
    same_words = sorted(first) == sorted(second) or sorted(fold(one).split()) == sorted(fold(other).split())
    if same_words or "".join(first) == "".join(second):
        return Likeness.SAME
    shared = (Counter(first) & Counter(second)).total()
    is_within = is_near and shared == min(len(first), len(second))
    is_mostly = Fraction(shared, max(len(first), len(second))) >= MOSTLY
    if is_within or is_mostly or _is_slip("".join(first), "".join(second)):
        return Likeness.SIMILAR
    return None


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter too many, too few or another makes the difference between two longer words."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_FOR_A_SLIP or len(longer) - len(shorter) > 1:
        return False
    start = next(
        (n for n, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), len(shorter)
    )
    rest = shorter[start:] if len(shorter) < len(longer) else shorter[start + 1 :]
    return rest == longer[start + 1 :]
