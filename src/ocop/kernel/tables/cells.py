"""What one cell says, as tidy text; numbers and days as they are written in Vietnam."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from ocop.kernel.tables.book import Sheet, Value
from ocop.kernel.text import date_vi, number_vi
from ocop.kernel.text.legacy import Alphabet, alphabet_of, alphabet_of_cell, in_unicode

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Marks that show nothing and turn text around: two texts that look alike must be alike."""


def text_of(value: Value) -> str:
    """Whole numbers without a point, 12,5, days as 23/11/2026, yes as x; composed, on one line."""
    if value is None or value is False:
        return ""
    if value is True:
        return "x"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        day = date_vi(value.date())
        return day if value.time() == time.min else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return date_vi(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return tidy(str(value)) if not isinstance(value, timedelta) else str(value)


def _number(value: int | float) -> str:
    if isinstance(value, float):
        if not isfinite(value):
            return ""
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        # as many digits as a spreadsheet shows: 0.1 + 0.2 is 0,3
        return number_vi(Decimal(f"{value:.15g}")).replace(".", "")
    return str(value)


def tidy(text: str) -> str:
    """Composed letters, single spaces, nothing invisible."""
    composed = unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))
    return "".join(mark for mark in composed if unicodedata.category(mark) != "Cc")


class Letters:
    """The texts of a sheet in Unicode, whatever font it was typed for."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        texts = [value for row in sheet.rows[:400] for value in row if isinstance(value, str)]
        self.alphabet = alphabet_of(texts)
        self.turned: set[tuple[int, int]] = set()
        self._known: dict[tuple[int, int], str] = {}

    def at(self, row: int, column: int) -> str:
        """The text of a cell, counted from 1; each is read once."""
        if (row, column) not in self._known:
            self._known[row, column] = self._read(row, column)
        return self._known[row, column]

    def _read(self, row: int, column: int) -> str:
        value = self.sheet.cell(row, column)
        if isinstance(value, str) and not value.isascii():
            alphabet = alphabet_of_cell(value, self.alphabet)
            if alphabet is not Alphabet.UNICODE:
                self.turned.add((row, column))
                value = in_unicode(value, alphabet)
        return text_of(value)
