"""Charts drawn on the server: horizontal and vertical bars as SVG,
each with the table of the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ocop.foundation.ui.templatetags.ui import so

WIDTH, ROW, TALL = 300, 44, 190
BARS = ("bar", "bar-2", "bar-3")
LONGEST = 38


@dataclass(frozen=True)
class Chart:
    """A chart: the title states the finding; `rows` are (label, one number a series); `series` names them."""

    title: str
    head: str
    series: tuple[str, ...]
    rows: Sequence[tuple[str, tuple[int, ...]]]
    is_upright: bool = False

    @property
    def picture(self) -> SafeString:
        """The SVG; it says the title to who cannot see it."""
        return _columns(self) if self.is_upright else _bars(self)

    @property
    def key(self) -> list[tuple[str, str]]:
        """Class and name of each series, where there are several."""
        return list(zip(BARS, self.series, strict=False)) if len(self.series) > 1 else []

    @property
    def highest(self) -> int:
        """The largest sum of a row; 1 where all are nothing."""
        return max((sum(numbers) for _, numbers in self.rows), default=0) or 1


def _px(part: int, whole: int, room: int) -> str:
    """A length in the picture, exact to a tenth of a pixel."""
    tenths = Fraction(part * room * 10, whole).__round__()
    return f"{tenths // 10}.{tenths % 10}"


def _svg(chart: Chart, height: int, parts: list[SafeString]) -> SafeString:
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        WIDTH, height, chart.title, format_html_join("", "{}", ((one,) for one in parts)),
    )  # fmt: skip


def _bars(chart: Chart) -> SafeString:
    """One bar a row, its label above it; the parts of a row stand one after another."""
    parts, room = [], WIDTH - 48
    for place, (label, numbers) in enumerate(chart.rows):
        top, left = place * ROW, 0
        parts.append(format_html('<text x="0" y="{}">{}</text>', top + 14, _short(label)))
        for name, number in zip(BARS, numbers, strict=False):
            x, wide = _px(left, chart.highest, room), _px(number, chart.highest, room)
            rect = '<rect class="{}" x="{}" y="{}" width="{}" height="14" rx="2"/>'
            parts.append(format_html(rect, name, x, top + 20, wide))
            left += number
        end = Fraction(_px(left, chart.highest, room)).__ceil__() + 6
        parts.append(
            format_html('<text class="chart-value" x="{}" y="{}">{}</text>', end, top + 32, so(left))
        )
    return _svg(chart, max(len(chart.rows), 1) * ROW, parts)


def _columns(chart: Chart) -> SafeString:
    """One column a row, for years: the parts of a row stand on one another."""
    step, room = WIDTH // max(len(chart.rows), 1), TALL - 46
    parts = [format_html('<line class="axis" x1="0" x2="{}" y1="{}" y2="{}"/>', WIDTH, TALL - 22, TALL - 22)]
    for place, (label, numbers) in enumerate(chart.rows):
        middle, below = place * step + step // 2, 0
        for name, number in zip(BARS, numbers, strict=False):
            below += number
            top = Fraction(TALL - 22) - Fraction(_px(below, chart.highest, room))
            rect = '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>'
            tall = _px(number, chart.highest, room)
            parts.append(format_html(rect, name, middle - step // 3, _tenth(top), step * 2 // 3, tall))
        height = Fraction(TALL - 28) - Fraction(_px(below, chart.highest, room))
        text = '<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>'
        parts.append(format_html(text, "chart-value", middle, _tenth(height), so(below)))
        parts.append(format_html(text, "chart-label", middle, TALL - 5, label))
    return _svg(chart, TALL, parts)


def _tenth(value: Fraction) -> str:
    tenths = (value * 10).__round__()
    return f"{tenths // 10}.{tenths % 10}"


def _short(label: str) -> str:
    """A label that fits; the table has the whole of it."""
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"
