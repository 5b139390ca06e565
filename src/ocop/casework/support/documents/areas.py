"""The map of raw-material areas: communes as pale dots at their centres,
those with a board larger, with a count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.support.selectors.areas import Area
from ocop.foundation.places.models import Place

WIDTH, SIDE = 360, 18
SHRINK = Decimal("0.925")
"""How much shorter a degree of longitude is than one of latitude at 22 degrees north."""


def areas_map(areas: Sequence[Area], communes: Iterable[Place]) -> SafeString:
    """The picture; empty where no commune has a point or no area lies in one.
    The list beside it says the same.
    """
    grounds = [one for one in communes if one.latitude is not None]
    by_commune: dict[int, list[Area]] = defaultdict(list)
    placed: dict[int, Place] = {}
    for area in areas:
        if area.commune is not None:
            by_commune[area.commune.pk].append(area)
            placed[area.commune.pk] = area.commune
    if not grounds or not placed:
        return mark_safe("")
    frame = _Frame([*grounds, *placed.values()])
    dots = "".join(_dot(frame, one) for one in grounds if one.pk not in placed)
    marks = "".join(_mark(frame, placed[key], found) for key, found in by_commune.items())
    title = ngettext("%(count)s vùng nguyên liệu", "%(count)s vùng nguyên liệu", len(areas)) % {
        "count": len(areas)
    }
    words = _("Mỗi chấm là một xã; chấm lớn có số là xã có biển giới thiệu. Bảng bên cạnh ghi đủ từng vùng.")
    return format_html(
        '<svg class="areas" viewBox="0 0 {} {}" role="img" aria-labelledby="areas-title areas-desc">'
        '<title id="areas-title">{}</title><desc id="areas-desc">{}</desc>{}</svg>',
        WIDTH,
        frame.height,
        title,
        words,
        mark_safe(dots + marks),  # noqa: S308 - every text in it is escaped
    )


class _Frame:
    """From degrees to the units of the picture, north above, in whole numbers."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.west = min(_x(one) for one in places)
        self.north = max(_y(one) for one in places)
        wide = max(_x(one) for one in places) - self.west
        self.scale = Decimal(WIDTH - 2 * SIDE) / (wide or Decimal(1))
        self.height = int((self.north - min(_y(one) for one in places)) * self.scale) + 2 * SIDE

    def at(self, place: Place) -> tuple[int, int]:
        """Where the centre of a commune stands."""
        return int((_x(place) - self.west) * self.scale) + SIDE, int(
            (self.north - _y(place)) * self.scale
        ) + SIDE


def _x(place: Place) -> Decimal:
    return Decimal(place.longitude or 0) * SHRINK


def _y(place: Place) -> Decimal:
    return Decimal(place.latitude or 0)


def _dot(frame: _Frame, place: Place) -> str:
    x, y = frame.at(place)
    return f'<circle class="areas-dot" cx="{x}" cy="{y}" r="3"/>'


def _mark(frame: _Frame, place: Place, areas: Sequence[Area]) -> str:
    x, y = frame.at(place)
    names = ", ".join(area.activity.facts.get("area_name", area.activity.name) for area in areas)
    css = "areas-mark" if all(area.is_good for area in areas) else "areas-mark areas-mark-look"
    return (
        f"<g><title>{escape(place.local_name)}: {escape(names)}</title>"
        f'<circle class="{css}" cx="{x}" cy="{y}" r="11"/>'
        f'<text class="areas-count" x="{x}" y="{y + 4}">{len(areas)}</text></g>'
    )
