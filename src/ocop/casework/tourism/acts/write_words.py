"""Sửa tuyến, sửa chuỗi: the name and the words; seen by everyone only when it is shown again."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.tourism.models import Chain, Route
from ocop.casework.tourism.permissions import refuse_keep
from ocop.casework.tourism.writes import words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, held, record, recorded


@recorded
def write_words(thing: Route | Chain, *, name: str, about: str, by: Person, at: datetime) -> None:
    """Saves what was changed. Refused to all but officers of its place."""
    ensure(refuse_keep(who_is(by, at), held(thing)))
    if (thing.name, thing.about) == (name, about):
        return
    thing.name, thing.about = name, about
    thing.search_text = words_to_find(thing)
    thing.save(update_fields=["name", "about", "search_text"])
    record(f"{thing.workflow.name}.write", thing, by=by, at=at)
