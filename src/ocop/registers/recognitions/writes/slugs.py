"""Words of addresses for very many rows at once."""

from __future__ import annotations

from typing import Any

from ocop.kernel.text import slugify_vi
from ocop.registers.producers.writes import RESERVED_SLUGS


class Slugs:
    """Gives each name a word that no row has; what is taken is read once."""

    def __init__(self, rows: Any) -> None:
        self._taken = set(RESERVED_SLUGS) | set(rows.values_list("slug", flat=True))
        self._last: dict[str, int] = {}

    def free(self, name: str) -> str:
        """A free word for this name, taken from now on."""
        base = slugify_vi(name)[:200] or "x"
        slug, number = base, self._last.get(base, 1)
        while slug in self._taken:
            number += 1
            slug = f"{base}-{number}"
        self._taken.add(slug)
        self._last[base] = number
        return slug
