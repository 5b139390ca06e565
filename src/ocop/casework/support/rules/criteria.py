"""Which kinds of help may raise which criterion, by the keys that the criteria have in every regulation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ocop.casework.support.rules.kinds import Kind
from ocop.casework.support.rules.loading import kinds

ABSENT = Path(__file__).parent.parent / "data" / "absent.json"


@cache
def absent() -> Mapping[str, frozenset[str]]:
    """By regulation, the criteria that a kind names and this regulation does not have.
    The tests keep it exact.
    """
    rows = json.loads(ABSENT.read_text(encoding="utf-8"))
    return {regulation: frozenset(keys) for regulation, keys in rows.items()}


@cache
def helpers(key: str) -> tuple[Kind, ...]:
    """The kinds of help that may raise a criterion, in the order of their table; none for most criteria."""
    return tuple(kind for kind in kinds().values() if key in kind.helps)
