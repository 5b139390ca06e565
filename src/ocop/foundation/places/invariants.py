"""What must hold of places."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.foundation.invariants import Invariant
from ocop.foundation.places.selectors import grounds_differing


def ground_faults() -> Iterator[str]:
    """Whose ground lies on whose is kept as it follows from parents and successions."""
    for unit, part in grounds_differing():
        yield f"place {part}: its ground on that of place {unit}"


INVARIANTS = (Invariant("grounds of places", ground_faults),)
