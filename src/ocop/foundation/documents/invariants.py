"""What must hold of stored files."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.foundation.documents.selectors import damaged_files
from ocop.foundation.invariants import Invariant


def file_faults() -> Iterator[str]:
    """Every stored file has its bytes, and they have their hash."""
    for stored in damaged_files():
        yield f"file {stored.pk} ({stored.name})"


INVARIANTS = (Invariant("files", file_faults),)
