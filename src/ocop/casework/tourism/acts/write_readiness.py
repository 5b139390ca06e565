"""Tự chấm mức sẵn sàng: the own score of a place on the product set of community tourism."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import refuse_keep_spot
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, held, record, recorded


@recorded
def write_readiness(spot: Spot, *, regulation_code: str, sheet: str, by: Person, at: datetime) -> None:
    """Keeps the choices as one word; a working paper, which nobody else sees. Refused to strangers."""
    ensure(refuse_keep_spot(who_is(by, at), held(spot)))
    if (spot.regulation_code, spot.sheet) == (regulation_code, sheet):
        return
    spot.regulation_code, spot.sheet = regulation_code, sheet
    spot.save(update_fields=["regulation_code", "sheet"])
    record("spot.score", spot, by=by, at=at)
