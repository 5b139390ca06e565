"""Small pictures for labels and signboards; each says that it is an illustration."""

from __future__ import annotations

import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

from ocop.outlets.demo.pictures.canvas import CAPTION, FONT

SIZE = (720, 420)
GREEN, CREAM, INK = "#2f6b4a", "#f7edd9", "#7a6a48"


def label(product: str, stars: int) -> ContentFile[bytes]:
    """The artwork of a label: the name, and as many stars as were given."""
    return _picture(product, "★" * stars, f"nhan-{stars}-sao.png")


def board(area: str) -> ContentFile[bytes]:
    """A photograph of a signboard, drawn."""
    return _picture("VÙNG NGUYÊN LIỆU", area, "bien.png")


def _picture(head: str, line: str, name: str) -> ContentFile[bytes]:
    image = Image.new("RGB", SIZE, CREAM)
    pen = ImageDraw.Draw(image)
    pen.rectangle((24, 24, SIZE[0] - 24, SIZE[1] - 80), outline=GREEN, width=8)
    for text, height, size in ((head, 120, 40), (line, 210, 44), (CAPTION, SIZE[1] - 60, 26)):
        pen.text(
            (SIZE[0] // 2, height), text, font=ImageFont.truetype(str(FONT), size), fill=INK, anchor="mm"
        )
    out = io.BytesIO()
    image.save(out, "PNG")
    return ContentFile(out.getvalue(), name=name)
