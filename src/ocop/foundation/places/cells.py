"""Cells around the middles of communes: sketches for a map of our own, never boundaries. Pure.

Every point of a province belongs to the commune whose middle is nearest (Voronoi), cut off some kilometres
outside the outermost middles. Drawing alone: floats may reckon it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Spot = tuple[float, float]
"""East and north, in kilometres from some corner."""
MARGIN_KM = 9.0
"""How far the outline lies outside the outermost middles: about half a commune."""
DIGITS = 3
"""Of a degree: a hundred metres, finer than any sketch."""
_KM_A_DEGREE = 111.2
_ROUND = 12


def cells(points: Mapping[str, tuple[float, float]]) -> dict[str, list[list[float]]]:
    """The ring of each commune (by its code) as latitude and longitude, from their middles; two communes with
    one middle share a cell. Empty for fewer than three middles.
    """
    if len(points) < 3:
        return {}
    middle = sum(north for north, _east in points.values()) / len(points)
    wide = _KM_A_DEGREE * math.cos(math.radians(middle))
    flat = {code: (east * wide, north * _KM_A_DEGREE) for code, (north, east) in points.items()}
    outline = _widened(_hull(list(flat.values())))
    found = {}
    for code, spot in sorted(flat.items()):
        ring = outline
        for other in flat.values():
            if other != spot:
                ring = _nearer(ring, spot, other)
        found[code] = [[round(y / _KM_A_DEGREE, DIGITS), round(x / wide, DIGITS)] for x, y in ring]
    return found


def _hull(spots: Sequence[Spot]) -> list[Spot]:
    """The outermost spots, counter-clockwise."""
    ordered = sorted(set(spots))
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _chain(ordered: Sequence[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for spot in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], spot) <= 0:
            kept.pop()
        kept.append(spot)
    return kept


def _turn(one: Spot, two: Spot, three: Spot) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _widened(hull: Sequence[Spot]) -> list[Spot]:
    """The hull of a small ring around each of its corners: wider by MARGIN_KM on all sides."""
    around = [
        (x + MARGIN_KM * math.cos(turn), y + MARGIN_KM * math.sin(turn))
        for x, y in hull
        for turn in (2 * math.pi * step / _ROUND for step in range(_ROUND))
    ]
    return _hull(around)


def _nearer(ring: Sequence[Spot], spot: Spot, other: Spot) -> list[Spot]:
    """The part of a ring that lies nearer to `spot` than to `other`."""
    normal = (other[0] - spot[0], other[1] - spot[1])
    middle = ((other[0] + spot[0]) / 2, (other[1] + spot[1]) / 2)

    def beyond(one: Spot) -> float:
        return (one[0] - middle[0]) * normal[0] + (one[1] - middle[1]) * normal[1]

    kept: list[Spot] = []
    for number, here in enumerate(ring):
        before = ring[number - 1]
        out_before, out_here = beyond(before), beyond(here)
        if (out_before > 0) != (out_here > 0):
            part = out_before / (out_before - out_here)
            kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
        if out_here <= 0:
            kept.append(here)
    return kept
