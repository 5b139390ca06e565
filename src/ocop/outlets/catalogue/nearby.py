"""Near me: which communes lie around a point, by the middle of each. Nothing of who asks is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from ocop.foundation.places.models import Place

MOST_COMMUNES, FARTHEST_KM = 40, 60
EARTH_KM = 6371
POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,2})?),(-?\d{1,3}(?:\.\d{1,2})?)")
"""Two decimals and no more: about a kilometre. What says more is not read."""


@dataclass(frozen=True)
class Near:
    """A commune and how far its middle is, in whole kilometres."""

    commune: Place
    km: int


def point_of(text: str) -> tuple[float, float] | None:
    """Latitude and longitude of an address; None for what is no such point."""
    found = POINT.fullmatch(text)
    if found is None:
        return None
    latitude, longitude = (float(one) for one in found.groups())
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def around(point: tuple[float, float], communes: Iterable[Place]) -> list[Near]:
    """The communes whose middle is not far, the nearest first."""
    known = [one for one in communes if one.latitude is not None and one.longitude is not None]
    found = [
        Near(one, round(_km(point, (float(one.latitude or 0), float(one.longitude or 0))))) for one in known
    ]
    return sorted((one for one in found if one.km <= FARTHEST_KM), key=lambda one: one.km)[:MOST_COMMUNES]


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along the surface of the Earth."""
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (one, other))
    return 2 * EARTH_KM * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))
