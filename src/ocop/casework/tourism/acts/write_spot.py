"""Sửa điểm đến: the words and figures of a place; seen by everyone only when it is shown again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.casework.tourism.checks import refuse_figures, refuse_season
from ocop.casework.tourism.models import SPOT_TEXTS, Spot
from ocop.casework.tourism.permissions import refuse_keep_spot
from ocop.casework.tourism.writes import words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, held, record, recorded

CONTACTS = ("phone", "email")


@recorded
def write_spot(spot: Spot, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """Saves what was changed; what everyone sees stays until it is shown again, contacts apart, which stand
    by their consent alone.

    Refused to strangers, with a figure that cannot be, with a season that names no month.
    """
    wanted = {name: value for name, value in fields.items() if name in (*SPOT_TEXTS, *CONTACTS)}
    ensure(refuse_keep_spot(who_is(by, at), held(spot)))
    after = {name: wanted.get(name, getattr(spot, name)) for name in SPOT_TEXTS}
    ensure(refuse_figures(after) or refuse_season(after))
    changed = sorted(name for name, value in wanted.items() if getattr(spot, name) != value)
    if not changed:
        return
    for name in changed:
        setattr(spot, name, wanted[name])
    spot.search_text = words_to_find(spot)
    spot.save(update_fields=[*changed, "search_text"])
    record("spot.write", spot, by=by, at=at, data={"fields": changed})
