"""The days of a course: when the code of a day is good, what it looks like, who earned a certificate."""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from ocop.kernel.codes import CROCKFORD, normalise_crockford

MOST_DAYS = 60
MOST_A_DAY = 500
"""People of one day of a course; more than any hall of the province holds,
so a code cannot fill the database.
"""
LONGEST_NAME = 120
_SIGNATURE = 12
_SEPARATOR = "-"


class DayWindow(StrEnum):
    """Whether the code of a day may be used now."""

    NOT_YET = "not_yet"
    OPEN = "open"
    OVER = "over"


def window_on(day: date, today: date) -> DayWindow:
    """The code of a day is good on that day alone, from midnight to midnight by Vietnamese time."""
    if today < day:
        return DayWindow.NOT_YET
    return DayWindow.OPEN if today == day else DayWindow.OVER


def code_of(number: int, issue: int, day: date, secret: str) -> str:
    """The signed code of a day: its number and 60 bits that only the holder of the secret can make.

    A new `issue` or another date makes every earlier code of the day worthless.
    """
    digest = hmac.new(
        secret.encode(), f"support.day:{number}:{issue}:{day.isoformat()}".encode(), sha256
    ).digest()
    bits = int.from_bytes(digest[:8], "big")
    signature = "".join(CROCKFORD[(bits >> 5 * place) & 31] for place in range(_SIGNATURE))
    return f"{number}{_SEPARATOR}{signature}"


def number_in(code: str) -> int | None:
    """The number of the day that a typed code speaks of; whether it is good, `is_code_of` says."""
    number, _, signature = code.partition(_SEPARATOR)
    if not re.fullmatch(r"[0-9]{1,12}", number) or len(normalise_crockford(signature)) != _SIGNATURE:
        return None
    return int(number)


def is_code_of(code: str, number: int, issue: int, day: date, secret: str) -> bool:
    """Whether a typed code is the one of this day, compared in constant time;
    case and misread letters are forgiven.
    """
    _, _, signature = code.partition(_SEPARATOR)
    typed = f"{number}{_SEPARATOR}{normalise_crockford(signature)}"
    return hmac.compare_digest(typed.encode(), code_of(number, issue, day, secret).encode())


def name_key(name: str) -> str:
    """By which a person is known again: composed letters, no case, single blanks.
    Marks count: Hùng is not Hưng.
    """
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def days_between(first: date, last: date) -> list[date]:
    """Every day of a period, both ends included, at most MOST_DAYS."""
    count = min((last - first).days + 1, MOST_DAYS)
    return [first + timedelta(days=number) for number in range(max(count, 0))]


def has_earned(attended: Collection[date], days: Collection[date], wanted: int | None) -> bool:
    """Whether somebody came often enough for a certificate:
    on `wanted` days, or on every day where none is set.
    """
    came = len(set(attended) & set(days))
    least = len(set(days)) if wanted is None else min(wanted, len(set(days)))
    return bool(days) and came >= max(least, 1)
