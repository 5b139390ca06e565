"""Reads of support that pages and other packages share."""

from ocop.casework.support.selectors.cases import missing
from ocop.casework.support.selectors.counting import (
    finished,
    kits,
    spent_by_line,
    spent_on,
    state_on,
    under_way,
)
from ocop.casework.support.selectors.desks import expiring, steps_due, unlooked, waiting

__all__ = [
    "expiring", "finished", "kits", "missing", "spent_by_line", "spent_on", "state_on",
    "steps_due",
    "under_way", "unlooked", "waiting",
]  # fmt: skip
