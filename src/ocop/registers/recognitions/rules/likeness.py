"""Names that may mean the same: found in one step among very many."""

from __future__ import annotations

from ocop.kernel.text import fold

SHORTEST_FOR_A_SLIP = 6


class Alike:
    """Names that were seen, each within a group; `find` gives an earlier one that is alike.

    Alike are the same words in any order, and one letter more, less or another: two such names have one text
    in common when a letter is left out of each.
    """

    def __init__(self) -> None:
        self._seen: dict[int, str] = {}

    def add(self, group: str, name: str) -> None:
        """Remembers a name; of several alike the first."""
        for sign in _signs(group, name):
            self._seen.setdefault(sign, name)

    def find(self, group: str, name: str) -> str:
        """An earlier name of this group that is alike; "" where there is none."""
        return next((self._seen[sign] for sign in _signs(group, name) if sign in self._seen), "")


def _signs(group: str, name: str) -> list[int]:
    words = fold(name)
    said = [" ".join(sorted(words.split()))]
    letters = words.replace(" ", "")
    if len(letters) >= SHORTEST_FOR_A_SLIP:
        said += [letters, *(letters[:place] + letters[place + 1 :] for place in range(len(letters)))]
    # only their hashes are kept: there are very many
    return [hash((group, one)) for one in dict.fromkeys(said)]
