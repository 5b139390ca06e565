"""Places for a table: what a text means on the ground of somebody, and its name of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.places.gazetteer import Gazetteer
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import gazetteer_of, ground_of
from ocop.kernel.tables import FoundPlace, Wrong


def ground_on(units: Iterable[Place], on: date) -> Ground:
    """The ground of these communes, past and present, with the rows of those that stand."""
    return Ground(*gazetteer_of(units, on))


def ground_of_province(province: Place, on: date) -> Ground:
    """Every commune of a province, with all that they took over."""
    return ground_on(Place.objects.filter(pk__in=ground_of(province)).with_parents(), on)


@dataclass
class Ground:
    """A gazetteer and what stands for each of its units of today: a row of the database, or its number."""

    gazetteer: Gazetteer
    places: Mapping[int, Any]
    _known: dict[str, FoundPlace] = field(default_factory=dict)

    def look_up(self, text: str) -> FoundPlace:
        """The place of today that a text means. Each text is asked once."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> FoundPlace:
        units = self.gazetteer.find(text)
        today = {key for unit in units for key in unit.today}
        if not units or not today & set(self.places):
            return FoundPlace(wrong=Wrong.PLACE_UNKNOWN, words=text)
        if len(today) != 1:
            names = ", ".join(sorted(self.gazetteer.units[key].full_name for key in today))
            return FoundPlace(wrong=Wrong.PLACE_DOUBTFUL, words=f"{text} ({names})")
        (key,) = today
        unit = self.gazetteer.units[key]
        now = ""
        if not all(one.stands for one in units):
            words = {"old": units[0].full_name, "new": unit.full_name, "code": unit.code}
            now = _("%(old)s nay là %(new)s, mã %(code)s.") % words
        return FoundPlace(self.places[key], now=now)
