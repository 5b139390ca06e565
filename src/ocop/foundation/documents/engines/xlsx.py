"""Spreadsheets in which no text can become a formula or a link,
whatever people typed into the application.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ocop.foundation.documents.engines.letters import written
from ocop.foundation.documents.rules import VIETNAM

# what a spreadsheet reads as the start of a formula, in half and full width; the marker keeps it text on
# editing too
_FORMULA_START = re.compile(r"^\s*[=+\-@\t\r\n＝＋－＠]")
_LONGEST_CELL = 32_767
_WIDEST = 60

_OPTIONS = {
    "constant_memory": True,  # a row goes to a temporary file as soon as the next begins
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def workbook(title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet: a frozen header with filters, real dates and numbers,
    all else as text (codes keep their zeros).
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    sheet = book.add_worksheet(_sheet_name(title))
    formats = _formats(book)
    widths = [len(str(text)) for text in header]
    for column, text in enumerate(header):
        sheet.write_string(0, column, _text(text), formats["header"])
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _write(sheet, last, column, value, formats)
            widths[column] = max(widths[column], min(_WIDEST, len(str(value))))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 0)
    if header:
        sheet.autofilter(0, 0, last, len(header) - 1)
    book.close()
    return out.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
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
    }
    return {
        name: book.add_format({"font_name": "Arial", "font_size": 10} | look) for name, look in looks.items()
    }


def _write(sheet: Worksheet, row: int, column: int, value: Any, formats: dict[str, Format]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        value = "x" if value else ""
    if isinstance(value, datetime):
        local = value.astimezone(VIETNAM).replace(tzinfo=None) if value.tzinfo else value
        sheet.write_datetime(row, column, local, formats["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats["date"])  # noqa: DTZ001
    elif isinstance(value, int):
        sheet.write_number(row, column, value, formats["number"])
    elif isinstance(value, Decimal | Fraction | float):
        sheet.write_number(row, column, float(value), formats["fraction"])
    else:
        text = _text(value)
        sheet.write_string(row, column, text, formats["guarded" if _FORMULA_START.match(text) else "text"])


def _text(value: Any) -> str:
    return written(value)[:_LONGEST_CELL]


def _sheet_name(title: str) -> str:
    """At most 31 characters, without those that a sheet's name may not have."""
    return re.sub(r"[\[\]:*?/\\']", " ", _text(title)).strip()[:31] or "1"
