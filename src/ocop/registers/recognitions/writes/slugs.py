"""Words of addresses for very many rows at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ocop.kernel.text import slugify_vi
from ocop.registers.producers.writes import RESERVED_SLUGS


class Slugs:
    """Gives each name a word that no row has, once the names were looked up: rows are asked by these names
    alone, however many there are.
    """

    def __init__(self, rows: Any) -> None:
        self._rows = rows
        self._taken = set(RESERVED_SLUGS)
        self._last: dict[str, int] = {}
        self._numbered: set[str] = set()

    def look_up(self, names: Iterable[str]) -> None:
        """Which of the words that these names ask for are taken, with numbers behind them or without."""
        asked = Counter(_word(name) for name in names)
        taken = set(self._rows.filter(slug__in=list(asked)).values_list("slug", flat=True))
        self._taken |= taken
        again = {word for word, count in asked.items() if count > 1 or word in self._last}
        for word in (taken | again | RESERVED_SLUGS & asked.keys()) - self._numbered:
            self._taken |= set(self._rows.filter(slug__startswith=f"{word}-").values_list("slug", flat=True))
            self._numbered.add(word)

    def free(self, name: str) -> str:
        """A free word for this name, taken from now on."""
        base = slug = _word(name)
        number = self._last.get(base, 1)
        while slug in self._taken:
            number += 1
            slug = f"{base}-{number}"
        self._taken.add(slug)
        self._last[base] = number
        return slug


def _word(name: str) -> str:
    return slugify_vi(name)[:200] or "x"
