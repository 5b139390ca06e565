"""Limits of indicators as standards write them: at most, at least, from to, absent. Exact decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ocop.casework.samples.rules.numbers import exact, without_marks


class LimitKind(StrEnum):
    """What a limit says."""

    MAX = "max"
    MIN = "min"
    RANGE = "range"
    ABSENT = "absent"


@dataclass(frozen=True)
class Limit:
    """A limit; `is_strict` where the number itself does not pass: “< 5”."""

    kind: LimitKind
    low: Decimal | None = None
    high: Decimal | None = None
    is_strict: bool = False


ABSENT_WORDS = (
    "khong phat hien", "khong duoc phat hien", "khong co", "khong duoc co", "khong duoc phep co", "kph",
    "am tinh", "absent", "not detected", "nd", "negative", "vang mat",
)  # fmt: skip
_MOST = ("<=", "=<", "≤", "khong qua", "khong lon hon", "khong vuot qua", "toi da", "nhieu nhat", "max")
_BELOW = ("<", "nho hon", "it hon", "duoi")
_LEAST = (">=", "=>", "≥", "khong nho hon", "khong duoi", "khong it hon", "toi thieu", "it nhat", "min")
_ABOVE = (">", "lon hon", "nhieu hon", "tren")
_LEADS: tuple[tuple[tuple[str, ...], LimitKind, bool], ...] = (
    (_MOST, LimitKind.MAX, False), (_LEAST, LimitKind.MIN, False),
    (_BELOW, LimitKind.MAX, True), (_ABOVE, LimitKind.MIN, True),
)  # fmt: skip
_FROM_TO = re.compile(r"(?:tu )?(.+?)\s*(?:-|–|—|÷|~| den )\s*(.+)")


def read_limit(text: str) -> Limit | None:
    """“≤ 5”, “tối đa 5”, “≥ 3,5”, “3 – 5”, “từ 3 đến 5”, “< 10^3”, “không được có”. None where it cannot be
    read, could be two things (a bare “5”, “1,234”), or its ends are the wrong way round.
    """
    plain = without_marks(text)
    if any(plain == word or plain.startswith(f"{word} ") for word in ABSENT_WORDS):
        return Limit(LimitKind.ABSENT)
    for words, kind, is_strict in _LEADS:
        for word in words:
            if plain.startswith(word):
                number = exact(plain[len(word) :])
                return None if number is None else _one_end(kind, number, is_strict)
    return _from_to(plain)


def _one_end(kind: LimitKind, number: Decimal, is_strict: bool) -> Limit:
    if kind is LimitKind.MAX:
        return Limit(kind, high=number, is_strict=is_strict)
    return Limit(kind, low=number, is_strict=is_strict)


def _from_to(plain: str) -> Limit | None:
    match = _FROM_TO.fullmatch(plain)
    if match is None:
        return None
    low, high = exact(match[1]), exact(match[2])
    if low is None or high is None or low > high:
        return None
    return Limit(LimitKind.RANGE, low=low, high=high)
