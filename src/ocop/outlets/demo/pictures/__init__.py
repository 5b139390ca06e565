"""Drawn illustrations instead of photographs: warm, plain, and signed as what they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.core.files.base import ContentFile

from ocop.outlets.demo.pictures import crafts, drinks, fruit
from ocop.outlets.demo.pictures.canvas import Canvas

SUBJECTS: dict[str, Callable[[Canvas], None]] = {
    "pineapple": fruit.pineapple,
    "dried_pineapple": fruit.dried_pineapple,
    "banana": fruit.banana,
    "plum": fruit.plum,
    "pear": fruit.pear,
    "chilli": fruit.chilli,
    "tea": drinks.tea,
    "coffee": drinks.coffee,
    "honey": drinks.honey,
    "cloth": crafts.cloth,
    "basket": crafts.basket,
    "stilt_house": crafts.stilt_house,
}


def photograph(subject: str, name: str) -> ContentFile[bytes]:
    """The illustration of a subject as a WebP file, as a producer would hand in a photograph."""
    return ContentFile(_drawn(subject), name=f"{name}.webp")


@cache
def _drawn(subject: str) -> bytes:
    canvas = Canvas()
    canvas.landscape()
    SUBJECTS[subject](canvas)
    canvas.caption()
    return canvas.as_webp()
