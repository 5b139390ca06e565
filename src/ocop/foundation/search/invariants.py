"""What must hold of the words that lists are searched by."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from ocop.foundation.invariants import Invariant
from ocop.foundation.search import index


def index_faults() -> Iterator[str]:
    """Every index of words is there and holds the words of its rows."""
    return index.faults(connection)


INVARIANTS = (Invariant("indexes of words", index_faults),)
