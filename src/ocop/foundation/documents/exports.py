"""What a page gives as a file: a list as a spreadsheet to save, a PDF made on the spot to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django_tables2 import Table
from django_tables2.columns import BoundColumn
from django_tables2.data import TableQuerysetData
from django_tables2.rows import BoundRow, BoundRows

from ocop.foundation.documents.engines.xlsx import workbook
from ocop.foundation.ui.cells import PART, rows_by_value

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Cells:
    """What of a table goes into a spreadsheet: the heads of the columns, and the rows as they are read."""

    header: list[str]
    rows: Iterator[Sequence[Any]]


def cells_of(table: Table) -> Cells:
    """The visible columns of all rows of a table, not only of the page shown; real dates and numbers.

    Nothing is kept of the rows that were taken.
    """
    columns = [column for column in table.columns if not column.column.exclude_from_export]
    rows = rows_by_value(table, columns)
    return Cells([str(column.header) for column in columns], rows or _rows_by_object(table, columns))


def as_xlsx(table: Table, name: str) -> HttpResponse:
    """A table as a file."""
    cells = cells_of(table)
    response = HttpResponse(workbook(name, cells.header, cells.rows), content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.xlsx")
    return response


def shown_pdf(content: bytes, name: str) -> HttpResponse:
    """A PDF made on the spot: it opens in the browser and is not kept in between."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=False, filename=name) or "inline"
    )
    return response


def _rows_by_object(table: Table, columns: list[BoundColumn]) -> Iterator[list[Any]]:
    """The cells where a column has to be asked of each object."""
    for row in BoundRows(_records(table), table):
        yield [_value(row, column) for column in columns]


def _records(table: Table) -> Iterator[Any]:
    """What the table lists; from the database a part at a time, with what was to be loaded beside it."""
    if isinstance(table.data, TableQuerysetData):
        return table.data.data.iterator(PART)
    return iter(table.data)


def _value(row: BoundRow, column: BoundColumn) -> Any:
    """The stored value where it is a date, or a number that the page only prints differently;
    else the words shown: those of a number of choices or of a truth value too.
    """
    stored = column.accessor.resolve(row.record, quiet=True) if column.accessor else None
    if isinstance(stored, date | Decimal | Fraction):
        return stored
    words = row.get_cell_value(column.name)
    return stored if isinstance(stored, int) and str(words) == str(stored) else words
