"""What must hold of the record of official acts, and of all rows that acts wrote."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from ocop.foundation.audit import guards
from ocop.foundation.audit.selectors import verify_chain
from ocop.foundation.audit.standing import changed_rows, states_unmoved
from ocop.foundation.invariants import Invariant


def chain_faults() -> Iterator[str]:
    """The record of official acts is one unbroken chain of hashes, up to its head."""
    fault = verify_chain()
    if fault is not None:
        yield f"entry {fault.sequence}: {fault.kind}"


def guard_faults() -> Iterator[str]:
    """The database refuses to change what is kept for good."""
    for table in guards.missing(connection):
        yield f"{table}: no guard"


INVARIANTS = (
    Invariant("record of acts", chain_faults),
    Invariant("guards of the database", guard_faults),
    Invariant("rows as acts left them", changed_rows),
    Invariant("states as moves left them", states_unmoved),
)
