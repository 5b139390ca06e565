"""What a laboratory found, as its report writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ocop.casework.samples.rules.limits import ABSENT_WORDS
from ocop.casework.samples.rules.numbers import exact, without_marks


class ReadingKind(StrEnum):
    """What a value says."""

    EXACT = "exact"
    BELOW = "below"
    ABOVE = "above"
    NONE = "none"
    FOUND = "found"


@dataclass(frozen=True)
class Reading:
    """A value as read; `has_number` where the number itself may be meant: “≤ 0,01”."""

    kind: ReadingKind
    number: Decimal | None = None
    has_number: bool = False


_FOUND_WORDS = ("phat hien", "co phat hien", "duong tinh", "positive", "detected", "co", "(+)", "+")
_NONE_SIGNS = ("(-)", "n.d", "n.d.", "am tinh (-)")
_ASIDE = re.compile(r"\s*\(\s*(?:lod|loq|mdl|mql|gioi han|<)[^()]*\)$")
_SIGNS = (
    ("<=", ReadingKind.BELOW, True), ("≤", ReadingKind.BELOW, True), ("<", ReadingKind.BELOW, False),
    (">=", ReadingKind.ABOVE, True), ("≥", ReadingKind.ABOVE, True), (">", ReadingKind.ABOVE, False),
    ("nho hon ", ReadingKind.BELOW, False), ("duoi ", ReadingKind.BELOW, False),
    ("lon hon ", ReadingKind.ABOVE, False), ("tren ", ReadingKind.ABOVE, False),
)  # fmt: skip


def read_value(text: str, unit: str = "") -> Reading | None:
    """“0,02”, “<0,01”, “> 300”, “1,5 x 10^2 CFU/g” (with the indicator's own unit), “KPH (LOD = 0,01)”,
    “không phát hiện”, “dương tính”. None where it cannot be read, or could be two things.
    """
    plain = _ASIDE.sub("", without_marks(text))
    own = without_marks(unit)
    if own and plain.endswith(own):
        plain = plain[: -len(own)].strip()
    if plain in ABSENT_WORDS or plain in _NONE_SIGNS:
        return Reading(ReadingKind.NONE)
    if plain in _FOUND_WORDS:
        return Reading(ReadingKind.FOUND)
    for sign, kind, has_number in _SIGNS:
        if plain.startswith(sign):
            number = exact(plain[len(sign) :])
            return None if number is None else Reading(kind, number, has_number)
    number = exact(plain)
    return None if number is None else Reading(ReadingKind.EXACT, number)
