"""Whose ground a record lies on: a unit with what it holds, what it took over,
and what wholly followed it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import QuerySet

from ocop.foundation.places.models import Place, Succession


def ground_of(unit: Place) -> frozenset[int]:
    """The ids of every unit, past and present, whose ground lies wholly on that of `unit`. Two queries.

    A record of 2022 may name the old commune or the one of today. For old Lào Cai the communes of today that
    took over only its communes count; for today's Lào Cai the old communes, of both provinces, count. A
    commune that took over from two districts lies wholly in neither.
    """
    return grounds_of([unit])[unit.pk]


def grounds_of(units: Iterable[Place]) -> dict[int, frozenset[int]]:
    """`ground_of` for many units in as many queries as for one."""
    links = _kept.get() or _read_links()
    return {unit.pk: _ground(unit.pk, *links) for unit in units}


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


Links = dict[int, set[int]]
AllLinks = tuple[Links, Links, Links]
_kept: ContextVar[AllLinks | None] = ContextVar("links of places", default=None)


@contextmanager
def places_read_once() -> Iterator[None]:
    """Reads what lies in what and what followed what once for all questions inside;
    for reports that ask many.
    """
    token = _kept.set(_read_links())
    try:
        yield
    finally:
        _kept.reset(token)


def _read_links() -> AllLinks:
    """By id: what lies directly inside, what came directly before, what came directly after."""
    children, before, after = defaultdict(set), defaultdict(set), defaultdict(set)
    for child, parent in Place.objects.filter(parent__isnull=False).order_by().values_list("pk", "parent_id"):
        children[parent].add(child)
    for old, new in Succession.objects.values_list("old_id", "new_id"):
        before[new].add(old)
        after[old].add(new)
    return children, before, after


def _ground(start: int, children: Links, before: Links, after: Links) -> frozenset[int]:
    found = _reached({start}, (children, before))
    while True:
        later = {
            new for old in found for new in after.get(old, ()) if new not in found and before[new] <= found
        }
        if not later:
            return frozenset(found)
        found |= _reached(later, (children, before))


def _reached(start: set[int], links: tuple[Links, ...]) -> set[int]:
    found, new = set(start), set(start)
    while new:
        new = {one for link in links for key in new for one in link.get(key, ())} - found
        found |= new
    return found
