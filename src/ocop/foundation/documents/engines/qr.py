"""QR codes. Text in capitals, digits and $%*+-./: packs tighter, so codes for print are given in capitals."""

from __future__ import annotations

import io

import zxingcpp
from PIL import Image

_QUIET = 4  # light modules around the code (ISO/IEC 18004)
_LEVELS = "LMQH"


def svg(text: str, *, level: str = "M") -> str:
    """The code as SVG: one path, no styles, so that a strict content policy lets it be;
    scales without blur.
    """
    rows = _modules(text, level)
    side = len(rows) + 2 * _QUIET
    path = "".join(_row_path(row, y + _QUIET) for y, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path fill="#000" d="{path}"/></svg>'
    )


def png(text: str, *, level: str = "M", scale: int = 8) -> bytes:
    """The code as PNG in black and white, `scale` dots to a module."""
    rows = _modules(text, level)
    side = len(rows) + 2 * _QUIET
    image = Image.new("1", (side, side), 1)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                image.putpixel((x + _QUIET, y + _QUIET), 0)
    out = io.BytesIO()
    image.resize((side * scale, side * scale), Image.Resampling.NEAREST).save(out, "PNG", optimize=True)
    return out.getvalue()


def read(content: bytes) -> list[str]:
    """The texts of all QR codes in a picture, in the order found."""
    with Image.open(io.BytesIO(content)) as image:
        found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [barcode.text for barcode in found]


def _modules(text: str, level: str) -> list[list[bool]]:
    """Dark modules, row by row, without quiet zone.
    ValueError for empty text, too much text, an unknown level.
    """
    if not text or level not in _LEVELS:
        raise ValueError("A QR code needs text and a level of L, M, Q or H.")
    # without a word about the alphabet readers guess, and take some Latin letters for Japanese ones
    alphabet = {} if text.isascii() else {"eci": "UTF-8"}
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level, **alphabet)
    rows: list[list[int]] = memoryview(code.to_image(scale=1, add_quiet_zones=False)).tolist()  # type: ignore[assignment]
    return [[shade == 0 for shade in row] for row in rows]


def _row_path(row: list[bool], y: int) -> str:
    """The dark runs of one row as closed rectangles."""
    parts, start = [], None
    for x, is_dark in enumerate([*row, False]):
        if is_dark and start is None:
            start = x
        elif not is_dark and start is not None:
            parts.append(f"M{start + _QUIET} {y}h{x - start}v1H{start + _QUIET}z")
            start = None
    return "".join(parts)
