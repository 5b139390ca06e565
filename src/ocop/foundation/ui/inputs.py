"""Reads what people type: dates, money, numbers, telephone numbers. Pure; None means it cannot be read."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from ocop.kernel.text import tidy

_DATE = re.compile(
    r"(?:ngày\s*)?(\d{1,2})\s*(?:[/.\-\s]|tháng)\s*(\d{1,2})\s*(?:[/.\-\s]|năm)\s*(\d{4}|\d{2})"
)
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBER = re.compile(r"[+-]?\d[\d.,\s]*")
_SCALE = {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_MONEY = re.compile(r"([\d.,\s]+)\s*(nghìn|ngàn|triệu|tr|tỷ|tỉ)?\s*(?:đồng|đ|vnđ|vnd|₫)?")


def read_date(text: str) -> datetime.date | None:
    """1/3/2026, 01-03-26, 1.3.2026, "ngày 1 tháng 3 năm 2026" or 2026-03-01; day first; 26 means 2026."""
    words = tidy(text).lower()
    if match := _ISO_DATE.fullmatch(words):
        year, month, day = map(int, match.groups())
    elif match := _DATE.fullmatch(words):
        day, month, year = map(int, match.groups())
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_number(text: str) -> Decimal | None:
    """Exact number as written in Vietnam: 1.234,5 and 1 234,5;
    also 1234.5 where the dot cannot group thousands.
    """
    words = tidy(text).replace("\u00a0", " ")
    if not _NUMBER.fullmatch(words) or not words.isascii():
        return None
    compact = words.replace(" ", "")
    whole, comma, part = compact.partition(",")
    if comma:
        return _exact(_ungroup(whole), part) if part.isdigit() else None
    if _ungroup(compact) is not None:
        return _exact(_ungroup(compact), "0")
    whole, _dot, part = compact.partition(".")
    return _exact(_ungroup(whole), part) if part.isdigit() else None


def _ungroup(digits: str) -> str | None:
    """ "1.234.567" -> "1234567"; None where the dots do not part thousands."""
    if "." not in digits:
        return digits
    return digits.replace(".", "") if re.fullmatch(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+", digits) else None


def _exact(whole: str | None, part: str) -> Decimal | None:
    return None if whole is None else Decimal(f"{whole}.{part}")


def read_money(text: str) -> int | None:
    """Whole đồng: 1.500.000 đ, 1500000, 1,5 triệu, 2 tỷ. None where a part of a đồng would remain."""
    match = _MONEY.fullmatch(tidy(text).lower())
    if match is None:
        return None
    number = read_number(match[1])
    if number is None:
        return None
    amount = number * _SCALE[match[2] or ""]
    return int(amount) if amount == amount.to_integral_value() else None


def read_phone(text: str) -> str | None:
    """A Vietnamese number as 0912345678, from any spacing and with +84 or 84 in front;
    None where it is none.
    """
    digits = re.sub(r"[\s.()\-]", "", tidy(text))
    digits = re.sub(r"^(?:\+84|0084|84(?=\d{9,10}$))0?", "0", digits)
    return digits if re.fullmatch(r"0\d{9,10}", digits, re.ASCII) else None
