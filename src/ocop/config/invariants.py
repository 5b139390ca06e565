"""What must hold of everything stored: what each package says of its own, foundation first."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from ocop.foundation.invariants import Invariant

ROOM = "invariants"


def _found() -> Iterator[Invariant]:
    """Those of every installed package that has any, in the order of the packages."""
    for package in apps.get_app_configs():
        if package.name.startswith("ocop.") and package.name != "ocop.config":
            room = f"{package.name}.{ROOM}"
            if find_spec(room) is not None:
                yield from import_module(room).INVARIANTS


INVARIANTS = tuple(_found())


def first_fault(invariant: Invariant) -> str | None:
    """The first fault of a kind, or None. What can no longer be read is one, too."""
    try:
        return next(invariant.faults(), None)
    except Exception as fault:
        return f"cannot be read: {type(fault).__name__}: {fault}"
