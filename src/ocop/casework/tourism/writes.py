"""What the acts of showing share."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from ocop.casework.tourism.models import Chain, Route, RouteSheet, Spot
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import record, transition
from ocop.foundation.places.selectors import words_of
from ocop.foundation.printing.writes import want
from ocop.kernel.text import searchable


def words_to_find(thing: Spot | Route | Chain) -> str:
    """By what its officers find it: its name, and its place by old names too."""
    return searchable(thing.name, words_of(thing.place))


def show(thing: Spot | Route | Chain, *, by: Person, at: datetime) -> None:
    """Freezes what is written and shows it to everyone; the first day stays the first."""
    changes = {"shown": thing.contents(), "changed_at": at, "live_since": thing.live_since or at}
    transition(thing, "publish", by=by, at=at, changes=changes)


def want_sheets(route: Route, *, by: Person, at: datetime) -> None:
    """Wants the sheet of A4 of what is shown now, in each language; nothing is made while somebody waits."""
    for language, _name in settings.LANGUAGES:
        known = {"shown_by": by, "shown_at": at}
        sheet, _is_new = RouteSheet.objects.update_or_create(route=route, language=language, defaults=known)
        want(sheet, at=at, entry=record("routesheet.want", sheet, by=by, at=at))
