"""What must hold of sheets that came late."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.room.models import LateSheet
from ocop.foundation.invariants import Invariant
from ocop.kernel.canonical import sha256_hex


def late_faults() -> Iterator[str]:
    """Every late sheet has the hash of what came."""
    for row in LateSheet.objects.order_by("pk").iterator(200):
        if sha256_hex(row.content) != row.sha256:
            yield f"late sheet {row.pk}: its content does not have its hash"


INVARIANTS = (Invariant("late sheets", late_faults),)
