"""Names that may mean the same: found in one step among very many."""

from __future__ import annotations

from collections import defaultdict

from ocop.kernel.text import fold

SHORTEST_FOR_A_SLIP = 6


class Alike:
    """Names that were seen, each within a group; `find` gives an earlier one that is alike.

    Alike are the same words in any order; and, of six letters or more, blanks apart, one letter more, less or
    another, or two neighbours that changed places. A slip leaves the beginning or the end as it is: names are
    kept under these two alone, because there are very many.
    """

    def __init__(self) -> None:
        self._words: dict[int, str] = {}
        self._ends: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)

    def add(self, group: str, name: str) -> None:
        """Remembers a name; of several alike the first."""
        words = fold(name)
        self._words.setdefault(_sign(group, *sorted(words.split())), name)
        letters = words.replace(" ", "")
        if len(letters) >= SHORTEST_FOR_A_SLIP:
            kept = (letters, name)
            for sign in _ends(group, letters, len(letters)):
                self._ends[sign].append(kept)

    def find(self, group: str, name: str) -> str:
        """An earlier name of this group that is alike; "" where there is none."""
        words = fold(name)
        if same := self._words.get(_sign(group, *sorted(words.split()))):
            return same
        letters = words.replace(" ", "")
        if len(letters) < SHORTEST_FOR_A_SLIP:
            return ""
        around = [sign for more in (0, 1, -1) for sign in _ends(group, letters, len(letters) + more)]
        kept = (one for sign in around for one in self._ends.get(sign, ()))
        return next((one for said, one in kept if is_slip(said, letters)), "")


def is_slip(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter, or for two neighbours that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    first = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    if len(shorter) < len(longer):
        return shorter[first:] == longer[first + 1 :]
    rest, others = shorter[first:], longer[first:]
    return rest[1:] == others[1:] or (rest[1::-1] == others[:2] and rest[2:] == others[2:])


def _ends(group: str, letters: str, length: int) -> tuple[int, int]:
    """What a name of so many letters has in common with one of a slip: a letter less than its first half, or
    than its second.
    """
    half = length // 2
    first, last = letters[: half - 1], letters[half + 1 - length :]
    return _sign(group, "<", length, first), _sign(group, ">", length, last)


def _sign(*parts: str | int) -> int:
    return hash(parts)
