"""Believable choices on a rubric: a wanted total that meets the star minimums up to a level."""

from __future__ import annotations

from collections.abc import Mapping

from ocop.kernel.law.model import Criterion, Option, ProductSet
from ocop.kernel.scoring import Choice


def choices_for(
    product_set: ProductSet,
    *,
    points: int,
    stars: int,
    at_most: Mapping[str, int] | None = None,
    turn: int = 0,
) -> dict[str, Choice]:
    """Choices worth `points` or a little more, with every minimum up to `stars` met.

    It starts from the best options and goes down one step here and one there, beginning at the criterion
    `turn`, so that different members differ. `at_most` holds a criterion at a place, by its code.
    """
    ceilings = at_most or {}
    places = {code: min(_top(c), ceilings.get(code, 99)) for code, c in product_set.criteria.items()}
    floors = {code: _floor(c, stars) for code, c in product_set.criteria.items()}
    codes = list(places)
    codes = codes[turn % len(codes) :] + codes[: turn % len(codes)]
    left = sum(_points(product_set.criteria[code], place) for code, place in places.items()) - points
    is_moving = True
    while is_moving:
        is_moving = False
        for code in codes:
            drop = _drop(product_set.criteria[code], places[code])
            if places[code] > floors[code] and drop <= left:
                places[code] -= 1
                left -= drop
                is_moving = True
    return {code: _choice(product_set.criteria[code], place) for code, place in places.items()}


def _ladder(criterion: Criterion) -> tuple[Option, ...]:
    """The options of a criterion; of two cases the first,
    which is the one of a place that offers beds or meals.
    """
    return criterion.ladders[0][1]


def _top(criterion: Criterion) -> int:
    return 1 if criterion.is_boolean else len(_ladder(criterion))


def _floor(criterion: Criterion, stars: int) -> int:
    """The place below which a minimum up to this level is missed; for yes or no 0 means no."""
    if criterion.is_boolean:
        return 0
    marked = [o.place for o in _ladder(criterion) if o.min_for_stars is not None and o.min_for_stars <= stars]
    return max(marked, default=1)


def _points(criterion: Criterion, place: int) -> int:
    if criterion.is_boolean:
        return criterion.max * place
    return _ladder(criterion)[place - 1].points


def _drop(criterion: Criterion, place: int) -> int:
    """What one step down costs."""
    below = place - 1
    if below == 0 and not criterion.is_boolean:
        return _points(criterion, place)
    return _points(criterion, place) - _points(criterion, below)


def _choice(criterion: Criterion, place: int) -> Choice:
    if criterion.is_boolean:
        return bool(place)
    return f"{criterion.cases[0].letter}.{place}" if criterion.cases else place
