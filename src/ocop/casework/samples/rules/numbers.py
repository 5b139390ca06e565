"""Numbers as laboratories write them, read exactly; what could be two numbers is none."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from ocop.kernel.tables.values import read_decimal

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_RAISED_RUN = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+")
_POWER = re.compile(r"(?:(?P<times>[\d.,]+)\s*[x×*·.]\s*)?10\s*\^\s*(?P<power>[-+]?\d{1,2})")
_SHORT_POWER = re.compile(r"(?P<times>[\d.,]+)e(?P<power>[-+]?\d{1,2})")
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
"""One and a bit, or more than a thousand."""
_SPACED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
LARGEST = Decimal(10) ** 15
MOST_PLACES = 12


def without_marks(text: str) -> str:
    """Small letters without marks and single spaces, signs kept; raised digits as a power: 10² is not 102."""
    plain = _RAISED_RUN.sub(lambda run: "^" + run[0].translate(_RAISED), text)
    words = " ".join(unicodedata.normalize("NFKC", plain).casefold().replace("đ", "d").split())
    apart = unicodedata.normalize("NFD", words)
    return "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")


def exact(text: str) -> Decimal | None:
    """1.234,5; 0,02; 1,5 x 10^2; 2,0.10³; 1,5e3; None where it cannot be read, is too large or too fine to be
    kept, or could be two numbers (“1,234”, “1.234”).
    """
    words = without_marks(text)
    match = _POWER.fullmatch(words) or _SHORT_POWER.fullmatch(words)
    if match is None:
        return _kept(_plain(words))
    times = Decimal(1) if match["times"] is None else _plain(match["times"])
    return None if times is None else _kept(times.scaleb(int(match["power"])))


def _plain(words: str) -> Decimal | None:
    if " " in words and not _SPACED.fullmatch(words):
        return None
    return None if _EITHER.fullmatch(words) else read_decimal(words)


def _kept(number: Decimal | None) -> Decimal | None:
    """The number where a column keeps it as it is."""
    if number is None or abs(number) >= LARGEST:
        return None
    places = number.normalize().as_tuple().exponent
    return number if isinstance(places, int) and -places <= MOST_PLACES else None
