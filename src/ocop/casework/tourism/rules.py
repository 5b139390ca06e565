"""Kinds of places to visit, months as bits of a number, ways between points, and what is too much."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

MOST_STOPS = 20
FEWEST_STOPS = 2
FEWEST_ROLES = 2
MOST_HOMES = 2_000
MOST_GUESTS = 20_000
"""More homes or guests a night than any village of the country has."""
LONGEST_TEXT = 10_000
SET_NUMBER = 26
"""The product set of community tourism services and tourism sites."""
MONTHS = range(1, 13)
ALL_YEAR = 0b1111_1111_1111
RESERVED_SLUGS = frozenset({"tuyen", "moi", "sua"})
"""Words of pages that stand where a slug stands."""
_EARTH_KM = 6371


class SpotKind(StrEnum):
    """What a visitor finds."""

    VILLAGE = "village"
    HOMESTAY = "homestay"
    SITE = "site"


COUNTED = frozenset({SpotKind.VILLAGE, SpotKind.SITE})
"""What a plan counts: villages and sites; a homestay is a part of one."""


class StopKind(StrEnum):
    """What a route leads to."""

    SPOT = "spot"
    MAKER = "maker"
    SIGHT = "sight"


def months_of(bits: int) -> tuple[int, ...]:
    """The months that a number holds, January first."""
    return tuple(month for month in MONTHS if bits & bit_of(month))


def bits_of(months: Iterable[int]) -> int:
    """The number that holds these months."""
    found = 0
    for month in months:
        found |= bit_of(month)
    return found


def bit_of(month: int) -> int:
    """The bit of one month."""
    return 1 << (month - 1)


def spans(bits: int) -> list[tuple[int, int]]:
    """Months in a row as first and last, over the end of the year too: November to February is one."""
    months = months_of(bits)
    if len(months) == len(MONTHS):
        return [(1, 12)]
    starts = [month for month in months if (month - 2) % 12 + 1 not in months]
    return [(start, _last(start, months)) for start in starts]


def _last(start: int, months: tuple[int, ...]) -> int:
    month = start
    while month % 12 + 1 in months:
        month = month % 12 + 1
    return month


Point = tuple[Decimal, Decimal]
"""Latitude and longitude."""


def kilometres(one: Point, other: Point) -> int:
    """As the crow flies, in whole kilometres. Only ever shown, so a float may reckon it."""
    north, east, to_north, to_east = (math.radians(float(part)) for part in (*one, *other))
    half = math.sin((to_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(to_north) * math.sin((to_east - east) / 2) ** 2
    return round(2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half))))
