"""When a paper is tried again, and how one that is not made yet stands. Pure."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=2)
MOST_TRIES = 12
"""Some working day of trying; then an operator has to look."""
HOLD = timedelta(minutes=2)
"""How long a maker may be busy with one paper before another takes it over."""
LATE = timedelta(minutes=10)
"""After so long a page says that nobody seems to make papers."""


class Waiting(StrEnum):
    """How a paper stands that is not made yet, the worse after the better."""

    SOON = "soon"
    LATE = "late"
    PARKED = "parked"


def wait_after(tries: int) -> timedelta:
    """How long to wait after so many failed tries: doubling from half a minute, never over two hours."""
    doublings = min(max(tries - 1, 0), MOST_TRIES)  # more would only overflow
    return min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
