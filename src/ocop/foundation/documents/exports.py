"""A list on a page as a spreadsheet to save."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django_tables2 import Table
from django_tables2.columns import BoundColumn
from django_tables2.rows import BoundRow

from ocop.foundation.documents.engines.xlsx import workbook

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_xlsx(table: Table, name: str) -> HttpResponse:
    """All rows of a table, not only the page shown, as a file:
    the visible columns, with real dates and numbers.
    """
    columns = [column for column in table.columns if not column.column.exclude_from_export]
    header = [str(column.header) for column in columns]
    response = HttpResponse(workbook(name, header, _rows(table, columns)), content_type=_XLSX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.xlsx")
    return response


def _rows(table: Table, columns: list[BoundColumn]) -> Iterator[list[Any]]:
    for row in table.rows:
        yield [_value(row, column) for column in columns]


def _value(row: BoundRow, column: BoundColumn) -> Any:
    """The stored value where it is a date, or a number that the page only prints differently;
    else the words shown.
    """
    stored = column.accessor.resolve(row.record, quiet=True) if column.accessor else None
    if isinstance(stored, date | Decimal | Fraction) or (
        isinstance(stored, int) and not _has_own_words(row, column)
    ):
        return stored
    return row.get_cell_value(column.name)


def _has_own_words(row: BoundRow, column: BoundColumn) -> bool:
    """Whether the table writes this column in words: a number of choices, a truth value."""
    return str(row.get_cell_value(column.name)) != str(column.accessor.resolve(row.record, quiet=True))
