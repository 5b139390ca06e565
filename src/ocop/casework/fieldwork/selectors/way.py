"""The way of a day as a sketch: communes by their centroids, joined in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ocop.casework.fieldwork.models import Visit

WIDTH, HEIGHT, EDGE = 560, 320, 36
_EAST = Decimal("0.93")
"""How much shorter a degree of longitude is here than one of latitude."""


@dataclass(frozen=True)
class Stop:
    """A dot of the sketch: one commune, with the places of its visits in the day's order."""

    x: int
    y: int
    numbers: str
    name: str
    is_left: bool


def stops_of(visits: Sequence[Visit]) -> list[Stop]:
    """One dot for each commune whose centroid is known, in the order of the way; none for fewer than two."""
    known: dict[int, tuple[Visit, list[int]]] = {}
    for number, visit in enumerate(visits, start=1):
        place = visit.commune
        if place is not None and place.latitude is not None and place.longitude is not None:
            known.setdefault(place.pk, (visit, []))[1].append(number)
    if len(known) < 2:
        return []
    points = [_flat(visit) for visit, _numbers in known.values()]
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    wide, high = max(x for x, _y in points) - left, max(y for _x, y in points) - top
    scale = min(
        Decimal(WIDTH - 4 * EDGE) / wide if wide else Decimal(10**6),
        Decimal(HEIGHT - 2 * EDGE) / high if high else Decimal(10**6),
    )
    return [
        _stop(visit, numbers, int((x - left) * scale) + 2 * EDGE, int((y - top) * scale) + EDGE)
        for (visit, numbers), (x, y) in zip(known.values(), points, strict=True)
    ]


def _flat(visit: Visit) -> tuple[Decimal, Decimal]:
    place = visit.commune
    assert place is not None and place.latitude is not None and place.longitude is not None  # noqa: S101, PT018
    return place.longitude * _EAST, -place.latitude


def _stop(visit: Visit, numbers: list[int], x: int, y: int) -> Stop:
    name = visit.commune.local_name if visit.commune else ""
    return Stop(x, y, ", ".join(map(str, numbers)), name, is_left=x > WIDTH // 2)
