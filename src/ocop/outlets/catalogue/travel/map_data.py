"""What lies on the map: products and makers by commune, places to visit, raw-material areas; all public.

The database counts products by commune, so that a map of 20,000 costs as many rows as there are communes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone

from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState
from ocop.casework.tourism.labels import SPOT_KINDS, month_words
from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.casework.tourism.rules import SpotKind
from ocop.casework.tourism.selectors import SIGNBOARD
from ocop.foundation.places import cells
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import provinces, today_of_each
from ocop.registers.products import public
from ocop.registers.programme.models import Programme

MOST = 1_000
"""So many places, areas, routes and chains at most stand on the map; a province has some dozens."""
KINDS = ("san-pham", "du-lich", "vung-nguyen-lieu")
_CELLS = Path(cells.__file__).parent / "static" / "places" / "cells"


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see: a kind (empty: all), stars, a month."""

    kind: str = ""
    stars: int | None = None
    month: int | None = None

    def shows(self, kind: str) -> bool:
        """Whether this kind is on the map: stars and months are of products and of places."""
        is_narrowed = self.stars is not None or self.month is not None
        return self.kind in {"", kind} and not (is_narrowed and kind == "vung-nguyen-lieu")


@dataclass(frozen=True)
class Cluster:
    """The recognised products of one commune, and how many makers make them."""

    place: Place
    products: int
    makers: int
    asked: Asked

    @property
    def url(self) -> str:
        """Where they are listed, narrowed alike."""
        wishes = {"xa": self.place.code, "sao": self.asked.stars, "thang": self.asked.month}
        known = {name: value for name, value in wishes.items() if value is not None}
        return f"{reverse('catalogue:products')}?{urlencode(known)}"


@dataclass(frozen=True)
class Area:
    """A raw-material area with its signboard: the public part."""

    name: str
    crop: str
    hectares: str
    households: int | None
    place: Place
    board: str
    is_good: bool


@dataclass(frozen=True)
class Found:
    """All that the map and the list beside it show."""

    clusters: list[Cluster]
    spots: list[Spot]
    areas: list[Area]
    unplaced: int


def found(asked: Asked) -> Found:
    """At most six statements, however much there is."""
    counted = _counted(asked) if asked.shows("san-pham") else []
    places = Place.objects.with_parents().in_bulk([key for key, *_rest in counted if key])
    clusters = [Cluster(places[key], n, makers, asked) for key, n, makers in counted if key in places]
    clusters.sort(key=lambda one: (-one.products, one.place.name))
    return Found(
        clusters,
        list(spots_of(asked)[:MOST]) if asked.shows("du-lich") else [],
        areas() if asked.shows("vung-nguyen-lieu") else [],
        sum(n for key, n, _makers in counted if key not in places),
    )


def _counted(asked: Asked) -> list[tuple[int | None, int, int]]:
    rows = public.found(public.Wanted(stars=asked.stars, month=asked.month))
    grouped = rows.order_by().values_list("commune_id")
    return list(grouped.annotate(n=Count("*"), makers=Count("producer", distinct=True)))


def spots_of(asked: Asked) -> QuerySet[Spot]:
    """Places on show that answer to every wish, by name."""
    rows = Spot.objects.on_show().select_related("place__parent__parent", "product__listing")
    if asked.month is not None:
        rows = rows.in_month(asked.month)  # type: ignore[attr-defined]
    if asked.stars is not None:
        rows = rows.filter(product__listing__stars=asked.stars)
    return rows.order_by("name", "pk")


def areas() -> list[Area]:
    """Areas whose board stands: what is written on it, and what the last look found."""
    rows = Activity.objects.filter(kind=SIGNBOARD, state=ActivityState.FINISHED)
    rows = (
        rows.select_related("place__parent__parent").prefetch_related("looks").order_by("name", "pk")[:MOST]
    )
    now = today_of_each({one.place_id: one.place for one in rows}.values(), timezone.localdate())
    return [area_of(one, now[one.place_id]) for one in rows]


def area_of(activity: Activity, now: Sequence[Place] = ()) -> Area:
    """The public part of one; it lies in the one commune that took its own over, where there is one."""
    placed = [one for one in now if one.latitude is not None]
    place = placed[0] if len(placed) == 1 else activity.place
    facts, looks = activity.facts, list(activity.looks.all())
    last = looks[0] if looks else None
    return Area(
        str(facts.get("area_name") or activity.name), str(facts.get("crop", "")),
        str(facts.get("area_ha") or ""), facts.get("households"), place,
        last.state_name if last else "", last is None or last.is_good,
    )  # fmt: skip


@cache
def cells_of(province: str) -> dict[str, list[list[float]]]:
    """The sketched cells of a province; empty where none were drawn."""
    path = _CELLS / f"{province}.json"
    return json.loads(path.read_text("utf-8")) if province.isdecimal() and path.is_file() else {}


def as_stream(asked: Asked, programme: Programme | None) -> Iterator[str]:
    """The same as JSON for the map, piece by piece."""
    shown = found(asked)
    there = [
        {"name": one.name, "at": at}
        for one in provinces(timezone.localdate())
        if (at := _at(one)) is not None
    ]
    yield '{"province":' + json.dumps(programme.province.name if programme else "", ensure_ascii=False)
    yield ',"provinces":' + json.dumps(there, ensure_ascii=False, separators=(",", ":"))
    yield ',"points":['
    comma = ""
    for point in _points(shown):
        yield comma + json.dumps(point, ensure_ascii=False, separators=(",", ":"))
        comma = ","
    yield "]}"


def _points(shown: Found) -> Iterator[dict[str, Any]]:
    for cluster in shown.clusters:
        if (at := _at(cluster.place)) is not None:
            yield {
                "kind": "san-pham", "at": at, "name": cluster.place.local_name, "count": cluster.products,
                "makers": cluster.makers, "url": cluster.url,
            }  # fmt: skip
    for spot in shown.spots:
        if (at := _at(spot.place)) is not None:
            words = f"{SPOT_KINDS[SpotKind(spot.kind)]}, {month_words(spot.shown.get('months', 0))}"
            yield {
                "kind": "du-lich", "at": at, "name": spot.shown.get("name", ""), "about": words,
                "place": spot.place.local_name, "url": spot.public_url,
            }  # fmt: skip
    for area in shown.areas:
        if (at := _at(area.place)) is not None:
            yield {
                "kind": "vung-nguyen-lieu", "at": at, "name": area.name, "about": area.crop,
                "place": area.place.local_name,
            }  # fmt: skip


def _at(place: Place) -> list[float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return [float(place.latitude), float(place.longitude)]


def others(most: int = MOST) -> tuple[list[Route], list[Chain]]:
    """Routes and chains on show, to be listed beside."""
    places = "place__parent__parent"
    routes = Route.objects.on_show().select_related(places).order_by("name", "pk")
    chains = Chain.objects.on_show().select_related(places).order_by("name", "pk")
    return list(routes[:most]), list(chains[:most])
