"""How long things last, and where an export stands. No database."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

KEPT = timedelta(hours=24)
"""How long a file is kept after it was made; as long an export waits to be made."""
CLAIM = timedelta(minutes=5)
"""A worker that has said nothing for so long has died: the export is free for another."""
MOST_TRIES = 3
MOST_OPEN = 5
"""How many exports one person may have waiting."""
SAME = timedelta(minutes=1)
"""The same list asked for again within a minute is a second click, also where the first is made already."""
LATE = timedelta(minutes=10)
"""An export that nobody began in this time waits for a process that does not run."""
LONGEST_ADDRESS = 2000


class ExportState(StrEnum):
    """Where an export stands at a moment; told from what happened to it, never stored."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    OVER = "over"


class Fault(StrEnum):
    """Why no file came of it."""

    RIGHT = "right"
    BROKEN = "broken"
    KILLED = "killed"
