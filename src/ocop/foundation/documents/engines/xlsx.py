"""Spreadsheets in which no text can become a formula or a link,
whatever people typed into the application.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from html import escape
from typing import IO, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ocop.foundation.documents.engines.letters import written
from ocop.foundation.documents.rules import VIETNAM

# what a spreadsheet reads as the start of a formula, in half and full width; the marker keeps it text on
# editing too
_FORMULA_START = re.compile(r"^\s*[=+\-@\t\r\n＝＋－＠]")
_CODE_OF_A_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Spreadsheets read `_x0041_` as the character of that number; `_x005F_` is the line itself."""
_LONGEST_CELL = 32_767
_WIDEST = 60
_UPRIGHT = 90
"""Letters that an upright A4 holds side by side."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_YEAR = 1901
"""Spreadsheets count days since 1900, and believe that it was a leap year; earlier days are written out."""
_REMEMBERED = 2048
"""How many values of one workbook keep their XML: those that come again and again, such as communes."""

_OPTIONS = {"constant_memory": True}  # rows go to a temporary file as they come


class _Lines(Worksheet):
    """A sheet that takes whole rows as XML. Cell by cell XlsxWriter costs more than everything else, and it
    takes a text that looks like its own XML (`<r>…</r>`) for XML.
    """

    def write_line(self, number: int, cells: str, width: int) -> None:
        """The row of a number (from 0) with `width` cells; rows are written in their order."""
        self._check_dimensions(number, max(width - 1, 0))
        self.fh.write(f'<row r="{number + 1}">{cells}</row>')


@dataclass(frozen=True)
class Percent:
    """Whole per cent: a number to count with in a spreadsheet, `112 %` in words."""

    value: int

    def __str__(self) -> str:
        return f"{self.value} %"


@dataclass(frozen=True)
class _Shown:
    """A value as XML: what goes into the start tag of its cell, what stands in it, and how wide it is."""

    start: str
    inside: str
    width: int


def workbook(title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet: a frozen header with filters, real dates and numbers,
    all else as text (codes keep their zeros).
    """
    out = io.BytesIO()
    write_workbook(out, title, header, rows)
    return out.getvalue()


def write_workbook(out: IO[bytes], title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """The same, written to an open file; nothing is kept of the rows that were written."""
    book = xlsxwriter.Workbook(out, _OPTIONS)
    sheet = book.add_worksheet(_sheet_name(title), _Lines)
    styles = _styles(book)
    columns = [xl_col_to_name(column) for column in range(len(header))]
    widths = [len(str(text)) for text in header]
    show = lru_cache(_REMEMBERED, typed=True)(lambda value: _shown(value, styles))
    heads = [_text(str(text), styles["header"], styles["header"]) for text in header]
    sheet.write_line(0, _cells(heads, columns, "1"), len(header))
    last = 0
    for last, row in enumerate(rows, start=1):
        shown = [None if value is None or value == "" else show(value) for value in row]
        sheet.write_line(last, _cells(shown, columns, str(last + 1)), len(header))
        widths = [max(wide, one.width) if one else wide for wide, one in zip(widths, shown, strict=True)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 0)
    _fit(sheet, widths)
    if header:
        sheet.autofilter(0, 0, last, len(header) - 1)
    book.close()


def _fit(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Prints on A4, as many columns wide as there are, the header on every page."""
    sheet.set_paper(9)
    if sum(widths) > _UPRIGHT:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(shown: Iterable[_Shown | None], columns: list[str], number: str) -> str:
    return "".join(
        [
            f'<c r="{column}{number}"{one.start}>{one.inside}</c>'
            for column, one in zip(columns, shown, strict=True)
            if one
        ]
    )


def _styles(book: xlsxwriter.Workbook) -> dict[str, int]:
    looks: dict[str, dict[str, Any]] = {
        "header": {
            "bold": True,
            "bg_color": "#E4F2EA",
            "bottom": 1,
            "text_wrap": True,
            "valign": "top",
            "num_format": "@",
        },
        "text": {"num_format": "@", "valign": "top"},
        "guarded": {"num_format": "@", "valign": "top", "quote_prefix": True},
        "date": {"num_format": "dd/mm/yyyy", "valign": "top"},
        "moment": {"num_format": "dd/mm/yyyy hh:mm", "valign": "top"},
        "number": {"valign": "top"},
        "fraction": {"num_format": "#,##0.00", "valign": "top"},
        "percent": {"num_format": '0" "%', "valign": "top"},
    }
    return {
        name: book.add_format({"font_name": "Arial", "font_size": 10} | look)._get_xf_index()
        for name, look in looks.items()
    }


def _shown(value: Any, styles: dict[str, int]) -> _Shown:
    kind = type(value)
    if kind not in _BY_TYPE:
        kind = next((one for one in _BY_TYPE if isinstance(value, one)), str)
    return _BY_TYPE[kind](value, styles)


def _words(value: Any, styles: dict[str, int]) -> _Shown:
    return _text(str(value), styles["text"], styles["guarded"])


def _text(value: str, style: int, guarded: int) -> _Shown:
    text = written(value)[:_LONGEST_CELL]
    if _FORMULA_START.match(text):
        style = guarded
    shown = escape(text, quote=False)
    if "_x" in shown:
        shown = _CODE_OF_A_CHARACTER.sub("_x005F_", shown)
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return _Shown(f' s="{style}" t="inlineStr"', f"<is><t{space}>{shown}</t></is>", min(_WIDEST, len(value)))


def _number(value: str, style: int, width: int) -> _Shown:
    return _Shown(f' s="{style}"', f"<v>{value}</v>", width)


def _truth(value: bool, styles: dict[str, int]) -> _Shown:
    return _text("x" if value else "", styles["text"], styles["text"])


def _whole(value: int, styles: dict[str, int]) -> _Shown:
    return _number(str(int(value)), styles["number"], len(str(value)))


def _part(value: Decimal | Fraction | float, styles: dict[str, int]) -> _Shown:
    if not math.isfinite(value):
        return _text(str(value), styles["text"], styles["text"])
    return _number(f"{float(value):.16G}", styles["fraction"], len(str(value)))


def _percent(value: Percent, styles: dict[str, int]) -> _Shown:
    return _number(f"{value.value / 100:.16G}", styles["percent"], len(str(value)))


def _day(value: date, styles: dict[str, int]) -> _Shown:
    if value.year < _FIRST_YEAR:
        return _text(f"{value:%d/%m/%Y}", styles["text"], styles["text"])
    return _number(str(value.toordinal() - _DAY_ZERO), styles["date"], len("dd/mm/yyyy"))


def _moment(value: datetime, styles: dict[str, int]) -> _Shown:
    local = value.astimezone(VIETNAM).replace(tzinfo=None) if value.tzinfo else value
    if local.year < _FIRST_YEAR:
        return _text(f"{local:%d/%m/%Y %H:%M}", styles["text"], styles["text"])
    since = local - datetime.combine(date.fromordinal(_DAY_ZERO), datetime.min.time())
    days = f"{since / timedelta(days=1):.16G}"
    return _number(days, styles["moment"], len("dd/mm/yyyy hh:mm"))


# a truth value is an int and a moment is a day: the narrower kind stands first
_BY_TYPE: dict[type, Callable[[Any, dict[str, int]], _Shown]] = {
    str: _words, bool: _truth, int: _whole, datetime: _moment, date: _day,
    Percent: _percent, Decimal: _part, Fraction: _part, float: _part,
}  # fmt: skip


def _sheet_name(title: str) -> str:
    """At most 31 characters, without those that a sheet's name may not have."""
    return re.sub(r"[\[\]:*?/\\']", " ", written(title)).strip()[:31] or "1"
