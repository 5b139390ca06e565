"""What must hold of the record of official acts."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.foundation.audit.selectors import verify_chain
from ocop.foundation.invariants import Invariant


def chain_faults() -> Iterator[str]:
    """The record of official acts is one unbroken chain of hashes."""
    fault = verify_chain()
    if fault is not None:
        yield f"entry {fault.sequence}: {fault.kind}"


INVARIANTS = (Invariant("record of acts", chain_faults),)
