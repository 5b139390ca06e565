"""A sheet of warm paper to draw on, in units of 0 to 400 across and 0 to 300 down."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ocop.foundation import documents

WIDTH, HEIGHT = 400, 300
SCALE = 4  # drawn larger, then reduced: smooth edges
PRINTED = (960, 720)
FONT = Path(documents.__file__).parent / "fonts" / "BeVietnamPro-Medium.ttf"
CAPTION = "Hình vẽ minh hoạ"

Point = tuple[float, float]


class Canvas:
    """Simple shapes in colour."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), "#f7edd9")
        self._pen = ImageDraw.Draw(self._image)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """A filled outline."""
        self._pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def line(self, points: Sequence[Point], fill: str, width: float = 1) -> None:
        """A line with round joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._pen.line(scaled, fill=fill, width=max(1, round(width * SCALE)), joint="curve")

    def oval(self, x: float, y: float, width: float, height: float, fill: str, turn: float = 0) -> None:
        """A filled oval around a point, turned by degrees."""
        self.shape(around(x, y, width / 2, height / 2, turn), fill)

    def leaf(
        self, x: float, y: float, length: float, breadth: float, turn: float, fill: str, vein: str = ""
    ) -> None:
        """A pointed leaf that begins at a point and grows upwards, turned by degrees to the right."""
        side = [(math.sin(math.pi * step / 12) * breadth / 2, -length * step / 12) for step in range(13)]
        outline = side + [(-dx, dy) for dx, dy in reversed(side)]
        self.shape([turned(x, y, dx, dy, turn) for dx, dy in outline], fill)
        if vein:
            self.line([turned(x, y, 0, -length * part, turn) for part in (0.05, 0.9)], vein, 0.7)

    def landscape(self) -> None:
        """Sun, two ridges of hills and a table of paper."""
        for row in range(0, 190, 2):
            shade = row / 190
            colour = (
                f"#{248 - round(10 * shade):02x}{236 - round(4 * shade):02x}{214 + round(14 * shade):02x}"
            )
            self.shape([(0, row), (WIDTH, row), (WIDTH, row + 2), (0, row + 2)], colour)
        self.oval(322, 62, 54, 54, "#f4c95d")
        self._ridge(150, 22, 0.9, "#c9d8bd")
        self._ridge(172, 16, 2.1, "#a9c39b")
        self.shape([(0, 208), (WIDTH, 200), (WIDTH, HEIGHT), (0, HEIGHT)], "#e8d6b3")
        self.shape([(0, 208), (WIDTH, 200), (WIDTH, 206), (0, 214)], "#dcc596")

    def _ridge(self, height: float, swing: float, phase: float, fill: str) -> None:
        crest = [
            (x, height + swing * math.sin(x / 52 + phase) + swing / 2 * math.sin(x / 21 + phase))
            for x in range(0, WIDTH + 8, 8)
        ]
        self.shape([*crest, (WIDTH, HEIGHT), (0, HEIGHT)], fill)

    def shadow(self, x: float, y: float, width: float) -> None:
        """Where something stands on the table."""
        self.oval(x, y, width, width / 7, "#cdb88a")

    def caption(self) -> None:
        """Says that it is drawn."""
        font = ImageFont.truetype(str(FONT), 12 * SCALE)
        self._pen.text((14 * SCALE, 276 * SCALE), CAPTION, font=font, fill="#7a6a48")

    def as_webp(self) -> bytes:
        """The finished picture."""
        out = io.BytesIO()
        self._image.resize(PRINTED, Image.Resampling.LANCZOS).save(out, "WEBP", quality=86)
        return out.getvalue()


def around(x: float, y: float, across: float, down: float, turn: float = 0) -> list[Point]:
    """Points of an oval."""
    steps = [2 * math.pi * number / 48 for number in range(48)]
    return [turned(x, y, across * math.cos(step), down * math.sin(step), turn) for step in steps]


def turned(x: float, y: float, dx: float, dy: float, degrees: float) -> Point:
    """The point at a distance from another, turned to the right."""
    angle = math.radians(degrees)
    return x + dx * math.cos(angle) - dy * math.sin(angle), y + dx * math.sin(angle) + dy * math.cos(angle)
