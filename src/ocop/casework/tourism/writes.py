"""What the acts of showing share."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import transition
from ocop.foundation.places.selectors import words_of
from ocop.kernel.text import searchable


def words_to_find(thing: Spot | Route | Chain) -> str:
    """By what its officers find it: its name, and its place by old names too."""
    return searchable(thing.name, words_of(thing.place))


def show(thing: Spot | Route | Chain, *, by: Person, at: datetime) -> None:
    """Freezes what is written and shows it to everyone; the first day stays the first."""
    changes = {"shown": thing.contents(), "changed_at": at, "live_since": thing.live_since or at}
    transition(thing, "publish", by=by, at=at, changes=changes)
