"""Characters that are no letter to anybody: what is left of a text that broke on its way."""

from __future__ import annotations

import unicodedata

BOX = "□"
_BEFORE, _AFTER = 12, 8


def is_noncharacter(char: str) -> bool:
    """U+FDD0 to U+FDEF and the last two places of every plane, which never are characters (Unicode, 23.7)."""
    return 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE


def is_broken(char: str) -> bool:
    """Half a character, no character, one of private use (another in every typeface),
    or the mark of a lost one.
    """
    return char == "\ufffd" or unicodedata.category(char) in ("Cs", "Co") or is_noncharacter(char)


def broken_at(text: str) -> str:
    """The words around the first broken character, which stands as □; "" where all can be read.

    Signs of any script and emoji can be read by somebody, so they are not broken.
    """
    place = next((place for place, char in enumerate(text) if is_broken(char)), None)
    if place is None:
        return ""
    around = text[max(place - _BEFORE, 0) : place + _AFTER]
    return "".join(BOX if is_broken(char) else char for char in " ".join(around.split()))


def one_line(text: str) -> str:
    """Composed (NFC), on one line, with single spaces, without control marks: a name, a number, a title."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(char for char in composed if unicodedata.category(char) != "Cc")
