"""Two lists that are one to whoever counts or reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class Joined:
    """Two lists, one after the other: counted, and read a page at a time."""

    first: QuerySet[Any]
    second: QuerySet[Any]

    def count(self) -> int:
        """How many there are in both."""
        return self.first.count() + self.second.count()

    def __iter__(self) -> Iterator[Any]:
        yield from self.first
        yield from self.second

    def __getitem__(self, part: slice) -> list[Any]:
        start, stop = part.start or 0, part.stop
        found = list(self.first[start:stop])
        if stop is not None and len(found) >= stop - start:
            return found
        before = self.first.count()
        rest = None if stop is None else max(stop - before, 0)
        return found + list(self.second[max(start - before, 0) : rest])
