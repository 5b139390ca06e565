"""What the council may propose after a tally, and what deserves a second look. Exact fractions throughout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ocop.casework.review.rules.words import Recommendation

HIGHEST = 5
RECOGNISED_BY_PROVINCE = (3, 4)
LEAST_RECOGNISED = 3
NEAR = 1

Option = tuple[Recommendation, int | None]


def options(
    band: int,
    stars: int,
    decides: Sequence[int] = RECOGNISED_BY_PROVINCE,
    up: Recommendation = Recommendation.PROPOSE,
) -> tuple[Option, ...]:
    """What the council may propose (R26-06, R26-08, R26-09, R26-32). One option is no choice.

    From 90 points with every minimum: the ministry, never a provincial 5 stars. From 90 points with an unmet
    5-star minimum: the chair chooses between the ministry and the 3 or 4 stars that were reached. Below 3
    stars: nothing. `decides` are the stars that the council's level or one below it decides, `up` the way to
    the next level: a district sends on whatever it does not decide (1048: all from 50 points; 148: from 70).
    """
    if stars < LEAST_RECOGNISED:
        return ((Recommendation.NONE, None),)
    if stars not in decides:
        return ((up, stars),)
    recognise = (Recommendation.RECOGNISE, stars)
    return (recognise,) if band in decides else ((up, band), recognise)


def median(totals: Iterable[int]) -> Fraction:
    """The middle of the totals, exact: between the two in the middle where their number is even."""
    ordered = sorted(totals)
    half = len(ordered) // 2
    return Fraction(ordered[half] + ordered[~half], 2)


def far_members(totals: Mapping[str, int], spread_limit: Fraction) -> list[str]:
    """Members whose total is further from the median than half of the spread that the rules allow."""
    if len(totals) < 3:
        return []
    middle = median(totals.values())
    return [member for member, total in totals.items() if 2 * abs(total - middle) > spread_limit]


def near_bands(total: Fraction, least: Iterable[int]) -> list[int]:
    """The band limits that lie within one point of the total, so that a small doubt decides a star."""
    return [limit for limit in least if abs(total - limit) <= NEAR]


def unsettled(
    *, over_limit: bool, needs_agreement: bool, by_hand: bool, resolved: Sequence[str]
) -> list[str]:
    """What the council must still settle before there is a result.

    The spread; the places of marked criteria; minimums that the data lacks and the council confirms by hand
    (781).
    """
    open_points = [("spread", over_limit), ("minimum", needs_agreement), ("by_hand", by_hand)]
    return [kind for kind, is_open in open_points if is_open and kind not in resolved]
