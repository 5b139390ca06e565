"""Which letters a file can carry, and which of them the typefaces of papers have. The rest is a box for all
to see.

Nothing stored may stop a paper, and no paper loses a letter in silence: a mark that shows nothing goes, and a
letter that cannot be shown stands as □ in its place.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ocop.kernel.text import BOX, is_noncharacter

FONTS = Path(__file__).resolve().parents[1] / "fonts"
_LINE_ENDS = "\u2028\u2029"
_AS_IT_IS = re.compile(r"[\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*")
"""Texts that nothing is to be taken out of, which is nearly all: asked once instead of for every letter."""
_VARIANTS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Variation selectors: they ask for another form of the letter before them
(the coloured emoji) and show nothing.
"""

_NEW_CAPITALS = frozenset("\u019b\u0264")
"""Their capitals came with Unicode 16: Typst sets them in capitals, and no typeface has them yet."""


def written(text: Any) -> str:
    """For Word and Excel, which bring typefaces of their own: composed letters (NFC), only what XML may hold.

    Control characters go; half a character (a lone surrogate) and what is no character are boxes.
    """
    composed = unicodedata.normalize("NFC", str(text))
    return composed if _AS_IT_IS.fullmatch(composed) else composed.translate(_WRITTEN)


def printed(text: Any) -> str:
    """For papers: the same, without marks that show nothing or turn the line round, and with a box for other
    letters.

    Others are those that our typefaces lack (emoji, Chinese, Thai) and those of private use, drawn by each in
    its way.
    """
    return written(text).translate(_PRINTED)


class _Written(dict[int, str]):
    """What stands for each code point; filled as texts ask for it."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = self.shown(chr(code))
        return shown

    def shown(self, char: str) -> str:
        """The character itself, another one in its place, or nothing."""
        category = unicodedata.category(char)
        if char in "\n\t":
            return char
        if category == "Cc":
            return ""
        if char in _LINE_ENDS:
            return "\n"
        return BOX if category == "Cs" or is_noncharacter(char) else char


class _Printed(_Written):
    def shown(self, char: str) -> str:
        """The same for paper."""
        category = unicodedata.category(char)
        if char in covered() or char in "\n\t":
            return char
        if category == "Cf" or any(ord(char) in variants for variants in _VARIANTS):
            return ""
        return " " if category == "Zs" else BOX


_WRITTEN, _PRINTED = _Written(), _Printed()


@cache
def covered() -> frozenset[str]:
    """The letters that papers can show, in every cut (bold, italic) and in capitals, into which templates
    turn some.

    A mark above or below a letter counts when all typefaces have it, because letter and mark are set from
    one.
    """
    families: dict[str, set[int]] = {}
    for file in sorted(FONTS.glob("*.ttf")):
        found, name = set(_mapped(file.read_bytes())), file.stem.partition("-")[0]
        families[name] = families[name] & found if name in families else found
    anywhere = {chr(code) for code in set.union(*families.values())}
    everywhere = {chr(code) for code in set.intersection(*families.values())}
    kinds = {char: unicodedata.category(char)[0] for char in anywhere}
    shown = {
        char for char in anywhere if kinds[char] not in "CM" or (kinds[char] == "M" and char in everywhere)
    }
    return frozenset(char for char in shown - _NEW_CAPITALS if shown.issuperset(char.upper() + char.lower()))


def _mapped(font: bytes) -> Iterator[int]:
    """The code points with a glyph: an OpenType font's table `cmap`,
    its subtable for Unicode (3, 1) in format 4.
    """
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    records = (struct.unpack_from(">HHI", font, start + 4 + 8 * place) for place in range(count))
    at = start + next(offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    (double,) = struct.unpack_from(">H", font, at + 6)  # twice the number of segments
    columns = (at + 16 + double, at + 14, at + 16 + 2 * double, at + 16 + 3 * double)
    for place in range(0, double, 2):
        first, last, delta, step = (struct.unpack_from(">H", font, column + place)[0] for column in columns)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if step:
                (glyph,) = struct.unpack_from(">H", font, columns[3] + place + step + 2 * (code - first))
            if (glyph or not step) and (glyph + delta) & 0xFFFF:
                yield code


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for place in range(count):
        tag, _checksum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        if tag == name:
            return int(offset)
    raise ValueError(f"The font has no table {name!r}.")
