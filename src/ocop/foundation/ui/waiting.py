"""Work that waits for somebody: what each package tells the home page, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

MOST_ITEMS = 5


@dataclass(frozen=True)
class WaitingItem:
    """One thing to do. `due_on` is the legal or planned day; `days_left` is negative when it is late."""

    title: str
    detail: str
    url: str
    due_on: date | None = None
    days_left: int | None = None

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class Waiting:
    """A kind of work with its count; `items` are the most pressing ones, at most MOST_ITEMS."""

    key: str
    title: str
    count: int
    url: str
    late: int = 0
    items: list[WaitingItem] = field(default_factory=list)
