"""Whose ground a record lies on: a unit with what it holds, what it took over,
and what wholly followed it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from ocop.foundation.places.models import Ground, Place, Succession
from ocop.foundation.places.rules import grounds


def ground_of(unit: Place) -> QuerySet[Any]:
    """The ids of every unit, past and present, whose ground lies wholly on that of `unit` (`rules.grounds`):
    a subquery.
    """
    return grounds_of([unit.pk])


def grounds_of(units: Iterable[int]) -> QuerySet[Any]:
    """`ground_of` for many units (by id) together."""
    return Ground.objects.filter(unit__in=list(units)).values_list("part", flat=True)


def lies_on(part: int, unit: Place) -> bool:
    """Whether the ground of the unit `part` (its id) lies wholly on that of `unit`. One query."""
    return ground_of(unit).filter(part=part).exists()


def grounds_now() -> set[tuple[int, int]]:
    """Whose ground lies on whose (unit and part, by id) as places and successions have it now. Reads all."""
    parents = dict(Place.objects.order_by().values_list("pk", "parent_id"))
    links = Succession.objects.values_list("old_id", "new_id")
    return {(unit, part) for unit, parts in grounds(parents, links).items() for part in parts}


def grounds_differing() -> list[tuple[int, int]]:
    """What is kept of this and does not follow, or follows and is not kept, in order."""
    return sorted(grounds_now() ^ set(Ground.objects.values_list("unit_id", "part_id")))


def inside(places: Iterable[int]) -> QuerySet[Any]:
    """These units (by id), what they hold, and what either took over, as a subquery: what an office of them
    reaches.

    A district that ended has no successor of its own: it belongs to where its communes went.
    """
    wanted, every = list(places), Place.objects.order_by()
    # each part small, from an index of its own: in one condition every place would be read
    held = every.filter(parent__in=wanted).values_list("pk")
    within = every.filter(parent__in=held).values_list("pk")
    links = Succession.objects.order_by()
    taken_over = links.filter(new__in=wanted).values_list("old")
    from_parts = links.filter(new__parent__in=wanted).values_list("old")
    districts = links.filter(new__parent__in=wanted, old__parent__isnull=False).values_list("old__parent")
    own = every.filter(pk__in=wanted).values_list("pk")
    return own.union(held, within, taken_over, from_parts, districts, all=True)
