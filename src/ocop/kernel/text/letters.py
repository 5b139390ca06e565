"""Characters that are no letter to anybody: what is left of a text that broke on its way."""

from __future__ import annotations

import re
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


INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Marks that show nothing, part words or turn text around: two texts that look alike must be alike."""


def tidy(text: str) -> str:
    """What is typed, as it is kept: composed (NFC), single blanks within lines, no blank ends;
    without control marks and marks that show nothing.
    """
    shown = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    shown = "".join(mark for mark in shown if mark in "\n\t" or unicodedata.category(mark) != "Cc")
    composed = unicodedata.normalize("NFC", shown)
    return "\n".join(" ".join(line.split()) for line in composed.split("\n")).strip()


def one_line(text: str) -> str:
    """The same on one line: a name, a number, a title."""
    return " ".join(tidy(text).split())
