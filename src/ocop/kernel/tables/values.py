"""Reads numbers and days as offices write them. None means: cannot be read, or could be two things."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal

from ocop.kernel.tables.book import Value
from ocop.kernel.text import fold

_DIGITS = re.compile(r"[+-]?\d[\d.,\s]*")
_GROUPED = {mark: re.compile(rf"[+-]?[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}
_DAY_FIRST = re.compile(
    r"(?:ngay\s*)?(\d{1,2})\s*(?:[/.\-\s]|thang)\s*(\d{1,2})\s*(?:[/.,\-\s]|nam)+\s*(\d{4}|\d{2})"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})")
_RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_CLOCK = re.compile(r"[\sT]+\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d+)?$")
_WEEKDAY = re.compile(r"^(?:thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn)\s*,?\s*")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may may",
            "jun june",
            "jul july",
            "aug august",
            "sep september sept",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_ENGLISH = re.compile(r"(\d{1,2})[\s\-/]([a-z]{3,9})[\s\-/,]+(\d{4}|\d{2})")
_AMERICAN = re.compile(r"([a-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})")
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # from 1954 to 2119


def read_decimal(text: str) -> Decimal | None:
    """An exact number: 1.234,5; 1 234,5; 1,234.5; 85.5; 85,5.

    None also for "1,234", which is one and a bit here and a thousand elsewhere.
    """
    words = " ".join(unicodedata.normalize("NFKC", text).split())
    if not _DIGITS.fullmatch(words) or not words.isascii():
        return None
    compact = words.replace(" ", "")
    commas, dots = compact.count(","), compact.count(".")
    if commas and dots:
        last = max(compact.rfind(","), compact.rfind("."))
        mark, grouping = compact[last], "." if compact[last] == "," else ","
        whole, _, part = compact.rpartition(mark)
        return _exact(whole, part, grouping) if compact.count(mark) == 1 else None
    if commas > 1 or dots > 1:
        mark = "," if commas else "."
        return Decimal(compact.replace(mark, "")) if _GROUPED[mark].fullmatch(compact) else None
    if dots:
        if _GROUPED["."].fullmatch(compact):
            return Decimal(compact.replace(".", ""))
        whole, _, part = compact.partition(".")
        return _exact(whole, part, "")
    if commas:
        whole, _, part = compact.partition(",")
        return None if _GROUPED[","].fullmatch(compact) else _exact(whole, part, "")
    return Decimal(compact)


def _exact(whole: str, part: str, grouping: str) -> Decimal | None:
    if grouping and grouping in whole:
        if not _GROUPED[grouping].fullmatch(whole):
            return None
        whole = whole.replace(grouping, "")
    return Decimal(f"{whole}.{part}") if part.isdigit() and whole.lstrip("+-").isdigit() else None


def read_day(value: Value, text: str, *, from_1904: bool = False) -> date | None:
    """15/3/2026, 15-03-26, 15.3.2026, "ngày 15 tháng 3 năm 2026", 2026-03-15, 20260315, 15-Mar-2026,
    a day of a spreadsheet, or its number. Day first; a month over 12 is no day.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_serial(value, from_1904)
    words = _CLOCK.sub("", " ".join(unicodedata.normalize("NFKC", text).casefold().split()))
    plain = _WEEKDAY.sub("", _without_marks(words))
    if match := _YEAR_FIRST.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain):
        return _day(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(plain):
        return _day(match[3], match[2], match[1])
    if (match := _ENGLISH.fullmatch(plain)) and match[2] in _MONTHS:
        return _day(match[3], str(_MONTHS[match[2]]), match[1])
    if (match := _AMERICAN.fullmatch(plain)) and match[1] in _MONTHS:
        return _day(match[3], str(_MONTHS[match[1]]), match[2])
    if plain.isascii() and plain.isdigit() and len(plain) == 5:
        return _from_serial(int(plain), from_1904)
    return None


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")


def _from_serial(number: int | float, from_1904: bool) -> date | None:
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    return (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=int(number))


def _day(year: str, month: str, day: str) -> date | None:
    number = int(year)
    try:
        return date(number + 2000 if number < 100 else number, int(month), int(day))
    except ValueError:
        return None


_AT_LEAST = (
    "tu",
    "it nhat",
    "toi thieu",
    "tren",
    "khong duoi",
    "khong it hon",
    "dat tren",
    "at least",
    "dat tu",
    "dat it nhat",
)
_ONWARDS = ("tro len", "or more", "or over", "tro len cac loai")
_AT_LEAST_SIGNS = ("≥", ">=", "=>", ">")


def read_amount(text: str) -> tuple[Decimal, bool, str] | None:
    """A number of a plan: its value, whether it is the least, and the unit written behind it.

    "≥ 200", "từ 30 trở lên", "85,5 %", "12,5 tỷ đồng", "30 sản phẩm". None where no number leads.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    is_least = False
    for sign in _AT_LEAST_SIGNS:
        if words.startswith(sign):
            words, is_least = words[len(sign) :].strip(), True
            break
    folded = fold(words)
    for lead in sorted(_AT_LEAST, key=len, reverse=True):
        if folded.startswith(f"{lead} ") and words.split()[len(lead.split()) :]:
            words, is_least = " ".join(words.split()[len(lead.split()) :]), True
            break
    for end in _ONWARDS:
        if fold(words).endswith(f" {end}"):
            words, is_least = " ".join(words.split()[: -len(end.split())]), True
    if words.endswith("+"):
        words, is_least = words[:-1].strip(), True
    match = re.match(r"[+-]?\d[\d.,]*(?: \d{3})*(?:,\d+)?", words)
    if match is None:
        return None
    number = read_decimal(match[0].rstrip(".,"))
    unit = words[match.end() :].strip(" .")
    if number is None or re.search(r"\d", unit):
        return None
    return number, is_least, unit
