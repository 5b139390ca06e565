"""The same workbook handed back: faulty cells coloured, the reasons in a column of their own."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill

from ocop.foundation.documents.engines.sheets.columns import REASON_TITLE, Remark, Sheet, is_one_of
from ocop.foundation.documents.engines.sheets.reading import MOST_COLUMNS, opened

_FAULT = "FFFFD9D6"
_REASON_WIDTH = 60


def mark(content: bytes, sheet: Sheet, remarks: Iterable[Remark]) -> bytes:
    """The workbook with the remarks of `sheet` and these. Marks of an earlier round are taken away first."""
    with opened(content) as book:
        table = book[sheet.title]
        place = _reason_column(table, sheet)
        _clear(table, sheet, place)
        by_row: dict[int, list[Remark]] = defaultdict(list)
        for remark in [*sheet.faults, *remarks]:
            by_row[remark.row].append(remark)
        for number, said in by_row.items():
            _mark_row(table, sheet, place, number, said)
        _write(table.cell(sheet.header_row, place), str(REASON_TITLE), bold=True)
        out = io.BytesIO()
        book.save(out)
    return out.getvalue()


def _reason_column(table: Any, sheet: Sheet) -> int:
    """Where the reasons of an earlier round stand, else the first column beyond the header."""
    last = 0
    for place in range(1, MOST_COLUMNS + 1):
        value = table.cell(sheet.header_row, place).value
        if is_one_of(value, [REASON_TITLE]):
            return place
        last = place if value not in (None, "") else last
    return last + 1


def _clear(table: Any, sheet: Sheet, reason_place: int) -> None:
    for number in range(sheet.header_row, table.max_row + 1):
        for place in sheet.columns.values():
            cell = table.cell(number, place)
            if cell.has_style and cell.fill.fgColor.rgb == _FAULT:
                cell.fill = PatternFill()
        reason = table.cell(number, reason_place)
        if not isinstance(reason, MergedCell):
            reason.value = None


def _mark_row(table: Any, sheet: Sheet, reason_place: int, number: int, said: list[Remark]) -> None:
    for remark in said:
        if remark.is_fault:
            place = sheet.columns.get(remark.key, min(sheet.columns.values()))
            table.cell(number, place).fill = PatternFill("solid", fgColor=_FAULT)
    _write(table.cell(number, reason_place), " ".join(dict.fromkeys(remark.text for remark in said)))


def _write(cell: Any, text: str, *, bold: bool = False) -> None:
    """Text and nothing but text, whatever it begins with."""
    if isinstance(cell, MergedCell):
        return
    cell.value = text
    cell.data_type = "s"
    cell.font = Font(name="Arial", size=10, bold=bold, color="FF9B1C12")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.parent.column_dimensions[cell.column_letter].width = _REASON_WIDTH
