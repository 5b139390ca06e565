"""What an invariant is. Each package names its own in `invariants.py`, where `ocop verify_all` finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Invariant:
    """Something that must hold of what is stored, whatever happened to the database from outside: its name,
    and the faults found, in order.
    """

    name: str
    faults: Callable[[], Iterator[str]]
