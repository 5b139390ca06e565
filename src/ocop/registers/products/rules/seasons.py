"""The months in which a product is there: twelve bits of one number, January the lowest; 0 where nothing is
said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MONTHS = range(1, 13)
ALL_YEAR = (1 << 12) - 1


def bit_of(month: int) -> int:
    """The bit of one month."""
    return 1 << (month - 1)


def season_of(months: Iterable[int]) -> int:
    """One number for these months."""
    return sum({bit_of(month) for month in months})


def months_of(season: int) -> list[int]:
    """The months of a season, in the order of the year."""
    return [month for month in MONTHS if season & bit_of(month)]


def spans_of(season: int) -> list[tuple[int, int]]:
    """First and last month of each stretch; one that goes over the new year begins in autumn."""
    months = months_of(season)
    spans: list[tuple[int, int]] = []
    for month in months:
        if spans and spans[-1][1] == month - 1:
            spans[-1] = (spans[-1][0], month)
        else:
            spans.append((month, month))
    if len(spans) > 1 and spans[0][0] == 1 and spans[-1][1] == 12:
        spans = [*spans[1:-1], (spans[-1][0], spans[0][1])]
    return spans


def by_month(seasons: Mapping[int, int]) -> dict[int, int]:
    """How many there are in each month, from how many have each season."""
    counts = {month: sum(n for season, n in seasons.items() if season & bit_of(month)) for month in MONTHS}
    return {month: n for month, n in counts.items() if n}
