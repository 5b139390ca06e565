"""A workbook that somebody sends, as cells of text; formulas and merged cells are named, not guessed."""

from __future__ import annotations

from datetime import date
from typing import Any, BinaryIO

from openpyxl.worksheet.worksheet import Worksheet

from ocop.foundation.documents.engines.sheets import open_workbook
from ocop.kernel.faults import Fault
from ocop.registers.programme.rules.tables import MOST_ROWS, FaultKind

MOST_COLUMNS = 50


def cells_in(file: BinaryIO) -> tuple[list[list[str]], list[Fault]]:
    """The first sheet: cells as text, and the cells that cannot be taken as they are.
    Refused: what is no workbook.
    """
    with open_workbook(file.read(), getattr(file, "name", "") or "bang.xlsx", most_rows=MOST_ROWS) as book:
        sheet = book.worksheets[0]
        faults = [Fault(str(area), FaultKind.MERGED, line=area.min_row) for area in sheet.merged_cells.ranges]
        rows = [_row(row, faults) for row in _rows(sheet)]
    return rows, sorted(faults, key=lambda fault: (fault.line, fault.where))


def _rows(sheet: Worksheet) -> Any:
    # one row more than may be: the reader then says that there are too many
    return sheet.iter_rows(
        max_row=min(sheet.max_row, MOST_ROWS + 2), max_col=min(sheet.max_column, MOST_COLUMNS)
    )


def _row(row: Any, faults: list[Fault]) -> list[str]:
    faults += [
        Fault(cell.coordinate, FaultKind.FORMULA, str(cell.value), line=cell.row)
        for cell in row
        if cell.data_type == "f"
    ]
    return [_text(cell.value) for cell in row]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
