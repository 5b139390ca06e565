"""Reads of support that pages and other packages share."""

from ocop.casework.support.selectors.counting import (
    attendances,
    finished,
    kits,
    spent_by_line,
    spent_on,
    state_on,
    under_way,
)

__all__ = ["attendances", "finished", "kits", "spent_by_line", "spent_on", "state_on", "under_way"]
