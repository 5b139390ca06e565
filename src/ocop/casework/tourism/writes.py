"""What the acts of showing share."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import transition


def show(thing: Spot | Route | Chain, *, by: Person, at: datetime) -> None:
    """Freezes what is written and shows it to everyone; the first day stays the first."""
    changes = {"shown": thing.contents(), "changed_at": at, "live_since": thing.live_since or at}
    transition(thing, "publish", by=by, at=at, changes=changes)
