"""The picture that Zalo and Facebook show for a product: 1200 × 630, photograph, name, stars, producer."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from ocop.foundation import documents

SIZE = WIDTH, HEIGHT = 1200, 630
PHOTO_WIDTH = 600
EDGE = 56
INK, MUTED, TEA, AMBER, PALE = "#1f2a24", "#55615a", "#0b6a4d", "#c9820a", "#d9d3c4"
PAPER = "#fbf8f1"
FONTS = Path(documents.__file__).parent / "fonts"
_STAR = (
    (0, -1), (0.29, -0.4), (0.95, -0.31), (0.48, 0.15), (0.59, 0.81), (0, 0.5), (-0.59, 0.81), (-0.48, 0.15),
    (-0.95, -0.31), (-0.29, -0.4),
)  # fmt: skip


def share_picture(*, name: str, by: str, place: str, stars: int, word: str, photo: bytes | None) -> bytes:
    """A JPEG. Without a photograph the words stand on the whole width; `word` says the stars, or what became
    of the recognition.
    """
    canvas = Image.new("RGB", SIZE, PAPER)
    left = 0
    if photo is not None:
        with Image.open(io.BytesIO(photo)) as picture:
            canvas.paste(ImageOps.fit(picture.convert("RGB"), (PHOTO_WIDTH, HEIGHT)), (0, 0))
        left = PHOTO_WIDTH
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((left, 0, left + 12, HEIGHT), fill=TEA)
    _write(draw, left + EDGE, WIDTH - left - 2 * EDGE, name, by, place, stars, word)
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=84, optimize=True, progressive=True)
    return out.getvalue()


def _write(
    draw: ImageDraw.ImageDraw, x: int, width: int, name: str, by: str, place: str, stars: int, word: str
) -> None:
    y: float = EDGE
    draw.text((x, y), "OCOP", font=_font("Bold", 34), fill=TEA)
    y += 68
    for line in _lines(draw, name, _font("Bold", 52), width, most=4):
        draw.text((x, y), line, font=_font("Bold", 52), fill=INK)
        y += 66
    y += 14
    if stars:
        for place_of in range(5):
            points = [(x + 26 + place_of * 58 + 26 * dx, y + 28 + 26 * dy) for dx, dy in _STAR]
            draw.polygon(points, fill=AMBER if place_of < stars else PALE)
        y += 70
    draw.text((x, y), word, font=_font("SemiBold", 32), fill=INK)
    y = HEIGHT - EDGE - 86
    for text in (by, place):
        written = " ".join(_lines(draw, text, _font("Medium", 28), width, most=1))
        draw.text((x, y), written, font=_font("Medium", 28), fill=MUTED)
        y += 46


def _lines(
    draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int, *, most: int
) -> list[str]:
    """The text in at most so many lines; the last one ends in dots where something is left out."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most:
        line = [rest.pop(0)]
        while rest and draw.textlength(" ".join([*line, rest[0]]), font=font) <= width:
            line.append(rest.pop(0))
        lines.append(" ".join(line))
    if lines:
        cut, is_cut = lines[-1], bool(rest)
        while cut and draw.textlength(cut + ("…" if is_cut else ""), font=font) > width:
            cut, is_cut = cut[:-1], True
        lines[-1] = cut + ("…" if is_cut else "")
    return lines


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"BeVietnamPro-{weight}.ttf", size)
