"""What the council may propose after a tally, and what deserves a second look. Exact fractions throughout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import median_low

from ocop.casework.review.rules.words import Recommendation

HIGHEST = 5
RECOGNISED_BY_PROVINCE = (3, 4)
NEAR = 1

Option = tuple[Recommendation, int | None]


def options(band: int, stars: int) -> tuple[Option, ...]:
    """What the council may propose (R26-06, R26-08, R26-09, R26-32). One option is no choice.

    From 90 points with every minimum: the ministry, never a provincial 5 stars. From 90 points with an unmet 5-star
    minimum: the chair chooses between the ministry and the 3 or 4 stars that were reached. Below 3 stars: nothing.
    """
    if stars >= HIGHEST:
        return ((Recommendation.PROPOSE, HIGHEST),)
    if stars not in RECOGNISED_BY_PROVINCE:
        return ((Recommendation.NONE, None),)
    recognise = (Recommendation.RECOGNISE, stars)
    return ((Recommendation.PROPOSE, HIGHEST), recognise) if band >= HIGHEST else (recognise,)


def far_members(totals: Mapping[str, int], spread_limit: Fraction) -> list[str]:
    """Members whose total is further from the median than half of the spread that the rules allow."""
    if len(totals) < 3:
        return []
    middle = median_low(totals.values())
    return [member for member, total in totals.items() if 2 * abs(total - middle) > spread_limit]


def near_bands(total: Fraction, least: Iterable[int]) -> list[int]:
    """The band limits that lie within one point of the total, so that a small doubt decides a star."""
    return [limit for limit in least if abs(total - limit) <= NEAR]


def unsettled(*, over_limit: bool, needs_agreement: bool, resolved: Sequence[str]) -> list[str]:
    """What the council must still settle before there is a result: the spread, the places of marked criteria."""
    open_points = [("spread", over_limit), ("minimum", needs_agreement)]
    return [kind for kind, is_open in open_points if is_open and kind not in resolved]
