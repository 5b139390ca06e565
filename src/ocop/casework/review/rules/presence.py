"""The code that the secretary shows at a meeting: it changes every minute and holds for two. Pure."""

from __future__ import annotations

from datetime import datetime

PERIOD = 60
"""Seconds after which another code is shown."""
HOLDS = 2
"""How many periods a code is taken: somebody types slowly, a page is renewed late."""


def period_of(at: datetime) -> int:
    """Which code is shown at a moment."""
    return int(at.timestamp()) // PERIOD


def is_taken(period: int, at: datetime) -> bool:
    """Whether the code of a period still lets somebody in."""
    return 0 <= period_of(at) - period < HOLDS
