"""The map as a picture of the server: cells, marks of three shapes, a line of stops; the list beside says the
same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ocop.casework.tourism.selectors import Leg, point_of
from ocop.foundation.places.models import Place
from ocop.outlets.catalogue.travel.map_data import Found

WIDTH = 480
SHRINK = 0.925
"""How much shorter a degree of longitude is than one of latitude at 22 degrees north."""
Rings = Mapping[str, Sequence[Sequence[float]]]


@dataclass(frozen=True)
class Frame:
    """From degrees to the units of the picture, north above."""

    north: float
    west: float
    scale: float
    height: int

    def at(self, north: float, east: float) -> tuple[int, int]:
        """Where a point stands."""
        return round((east - self.west) * SHRINK * self.scale), round((self.north - north) * self.scale)


def frame_of(rings: Rings) -> Frame:
    """Around all cells."""
    norths = [north for ring in rings.values() for north, _east in ring]
    easts = [east for ring in rings.values() for _north, east in ring]
    scale = WIDTH / ((max(easts) - min(easts)) * SHRINK)
    return Frame(max(norths), min(easts), scale, round((max(norths) - min(norths)) * scale))


def province_map(rings: Rings, shown: Found, title: str) -> SafeString:
    """The map of a province with what was found; empty without cells."""
    if not rings:
        return mark_safe("")
    frame = frame_of(rings)
    marks = [
        *(_round(frame, one.place, one.products) for one in shown.clusters),
        *(_beside(frame, one.place, "map-area", one.name, _SQUARE) for one in shown.areas),
        *(_beside(frame, one.place, "map-spot", one.shown.get("name", ""), _TENT) for one in shown.spots),
    ]
    words = _("Ô là hình phác quanh tâm xã, không phải ranh giới. Danh sách dưới đây ghi đủ như bản đồ.")
    return _picture(frame, title, words, _cells(frame, rings), marks)


def route_map(rings: Rings, legs: Sequence[Leg], title: str) -> SafeString:
    """The stops of a day, numbered, with a line from one to the next."""
    points = [(one, point_of(one.place)) for one in legs]
    if not rings or not any(point for _leg, point in points):
        return mark_safe("")
    frame, marks = frame_of(rings), []
    found: list[tuple[int, Any]] = []
    for number, (leg, point) in enumerate(points, 1):
        if point is not None:
            x, y = frame.at(float(point[0]), float(point[1]))
            x += 24 * [where for _number, where in found].count(
                point
            )  # stops of one commune stand side by side
            found.append((number, point))
            marks.append(
                f"<g><title>{escape(leg.stop['name'])}</title>"
                f'<circle class="map-stop" cx="{x}" cy="{y}" r="11"/>'
                f'<text class="map-count" x="{x}" y="{y + 5}">{number}</text></g>'
            )
    line = " ".join("{},{}".format(*frame.at(float(a), float(b))) for _number, (a, b) in found)
    words = _("Đường nối là đường chim bay giữa tâm các xã, không phải đường đi.")
    return _picture(
        frame, title, words, _cells(frame, rings), [f'<polyline class="map-way" points="{line}"/>', *marks]
    )


def _picture(frame: Frame, title: str, words: str, back: str, marks: Iterable[str]) -> SafeString:
    return format_html(
        '<svg class="map-picture" viewBox="-16 -16 {} {}" role="img" aria-labelledby="map-title map-words">'
        '<title id="map-title">{}</title><desc id="map-words">{}</desc>{}{}</svg>',
        WIDTH + 32,
        frame.height + 32,
        title,
        words,
        mark_safe(back),  # noqa: S308 - whole numbers alone
        mark_safe("".join(marks)),  # noqa: S308 - every text in it is escaped
    )


def _cells(frame: Frame, rings: Rings) -> str:
    ways = []
    for ring in rings.values():
        spots = [frame.at(north, east) for north, east in ring]
        ways.append("M" + "L".join(f"{x} {y}" for x, y in spots) + "z")
    return f'<path class="map-cell" d="{"".join(ways)}"/>'


def _where(frame: Frame, place: Place) -> tuple[int, int] | None:
    point = point_of(place)
    return frame.at(float(point[0]), float(point[1])) if point else None


def _round(frame: Frame, place: Place, count: int) -> str:
    where = _where(frame, place)
    if where is None:
        return ""
    x, y = where
    return (
        f'<g><title>{escape(place.local_name)}: {count}</title><circle class="map-many" cx="{x}" cy="{y}"'
        f' r="{10 + min(5, count // 5)}"/><text class="map-count" x="{x}" y="{y + 5}">{count}</text></g>'
    )


_TENT = "M{x} {top}l11 19h-22z"
_SQUARE = "M{left} {top}h16v16h-16z"


def _beside(frame: Frame, place: Place, css: str, name: str, shape: str) -> str:
    """A mark above the middle (a tent) or to its left (a square), so that the count stays readable."""
    where = _where(frame, place)
    if where is None:
        return ""
    x, y = where
    way = shape.format(x=x + 14, left=x - 32, top=y - 26 if shape is _TENT else y - 8)
    return f'<path class="{css}" d="{way}"><title>{escape(name)}</title></path>'


_ISLANDS = (("Hoàng Sa", 16.57, 112.14), ("Trường Sa", 9.71, 114.45))


def country_map(provinces: Sequence[Place], here: Place | None) -> SafeString:
    """Where the province lies in the country: a dot for each, with Hoàng Sa and Trường Sa by name."""
    scale, north, west = 15, 23.6, 102.0
    dots = []
    for one in provinces:
        if one.latitude is None or one.longitude is None:
            continue
        x, y = round((float(one.longitude) - west) * scale), round((north - float(one.latitude)) * scale)
        is_here = here is not None and one.pk == here.pk
        css, size = ("map-here", 6) if is_here else ("map-dot", 3)
        dots.append(
            f'<circle class="{css}" cx="{x}" cy="{y}" r="{size}"><title>{escape(one.name)}</title></circle>'
        )
        if is_here:
            dots.append(f'<text class="map-name" x="{x + 9}" y="{y + 4}">{escape(one.name)}</text>')
    for name, latitude, longitude in _ISLANDS:
        x, y = round((longitude - west) * scale), round((north - latitude) * scale)
        dots += [
            f'<circle class="map-dot" cx="{x + dx}" cy="{y + dy}" r="2"/>'
            for dx, dy in ((0, 0), (6, -4), (-5, 5), (8, 6))
        ]
        dots.append(
            f'<text class="map-name map-name-sea" x="{x}" y="{y + 20}">'
            f"{escape(_('QĐ. %(name)s') % {'name': name})}</text>"
        )
    return format_html(
        '<svg class="map-country" viewBox="0 0 250 250" role="img" aria-labelledby="country-title">'
        '<title id="country-title">{}</title>{}</svg>',
        _("Tỉnh trong cả nước, với quần đảo Hoàng Sa và quần đảo Trường Sa của Việt Nam"),
        mark_safe("".join(dots)),  # noqa: S308 - every text in it is escaped
    )
