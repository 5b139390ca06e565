"""What must hold of what lists and plans know of products."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.foundation.invariants import Invariant
from ocop.registers.products import listing, reckoning


def listing_faults() -> Iterator[str]:
    """What lists show of a product is what follows from its recognitions, its producer and its place."""
    for rows in listing.everything():
        for row, columns in listing.differing(rows):
            yield f"product {row.pk}: {', '.join(columns)}"


def reckoning_faults() -> Iterator[str]:
    """What plans count of a recognition is what follows from it, from those of the same product, from its
    product and its producer.
    """
    for rows in listing.everything():
        for pk, columns in reckoning.differing(rows):
            yield f"recognition {pk}: {', '.join(columns)}"


INVARIANTS = (
    Invariant("listings of products", listing_faults),
    Invariant("what plans count", reckoning_faults),
)
