"""Which authority answers today for a recognition, whoever gave it: districts are no more."""

from __future__ import annotations

from datetime import date

from ocop.foundation.accounts.labels import BODIES
from ocop.foundation.accounts.rules import Body, Level
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import today_of
from ocop.registers.products.selectors import regulation_on


class Authorities:
    """The authorities of a day (article 4(1)). What a paper printed stays as it is; this stands beside it."""

    def __init__(self, on: date) -> None:
        regulation = regulation_on(on)
        bands = regulation.star_bands if regulation else ()
        self.on, self.levels = on, {band.stars: band.authority_on(on) for band in bands}
        self.provinces: dict[int, str | None] = {}

    def managing(self, stars: int, commune: Place | None) -> str | None:
        """Its name; None where the place is not known. Each province is looked up once; the units above the
        commune should be loaded.
        """
        if self.levels.get(stars) == Level.MINISTRY:
            return str(BODIES[Body.MINISTRY])
        unit = commune
        while unit is not None and unit.level != Level.PROVINCE:
            unit = unit.parent
        if unit is None:
            return None
        if unit.pk not in self.provinces:
            now = today_of(unit, self.on)
            self.provinces[unit.pk] = f"Chủ tịch UBND {now[0]}" if now else None
        return self.provinces[unit.pk]


def managed_by(stars: int | None, commune: Place | None, on: date) -> str | None:
    """The same for one recognition."""
    return Authorities(on).managing(stars or 0, commune)
