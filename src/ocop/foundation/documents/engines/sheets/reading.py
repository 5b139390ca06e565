"""Reading a table that somebody filled in.
Nothing is computed or guessed: what is no plain value is a fault.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from ocop.foundation.documents.engines.sheets import faults
from ocop.foundation.documents.engines.sheets.cells import text_of
from ocop.foundation.documents.engines.sheets.columns import (
    EXAMPLE_MARK,
    MOST_ROWS,
    NUMBER_TITLE,
    REASON_TITLE,
    Column,
    Remark,
    Row,
    Sheet,
    is_one_of,
    spellings,
)
from ocop.foundation.documents.inspection import inspect
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refused
from ocop.kernel.text import fold

MOST_UNPACKED = 16 * 1024 * 1024
MOST_COLUMNS = 100
HEADER_WITHIN = 15
BLANKS_PER_ROW = 10


def read_sheet(content: bytes, name: str, columns: Sequence[Column], *, most_rows: int = MOST_ROWS) -> Sheet:
    """The filled rows with the faults that need no knowledge of the matter.

    Refused whole, with a sentence: what is no clean workbook (macros, a bomb, locked), no sheet with the
    columns asked for, the same column twice, more than `most_rows` rows, hidden rows or columns, nothing
    filled in. Faults of cells: formulas, error values, merged cells, required cells that are empty, texts
    that are too long.
    """
    _refuse_unclean(content, name, most_rows)
    try:
        with opened(content, read_only=True) as book:
            title = _find_and_count(book, columns, most_rows)
    except (ParseError, LookupError, ValueError, OverflowError) as error:  # met on the way, row by row
        raise Refused(faults.unreadable()) from error
    with opened(content) as book:
        return _read(book[title], columns)


def _refuse_unclean(content: bytes, name: str, most_rows: int) -> None:
    inspect(content, name, (FileKind.XLSX,))
    if _unpacked(content) > MOST_UNPACKED:
        raise Refused(faults.too_heavy(most_rows))


@contextmanager
def open_workbook(content: bytes, name: str, *, most_rows: int = MOST_ROWS) -> Iterator[Any]:
    """A clean workbook of bearable size, for tables of another form. Refused as by `read_sheet`."""
    _refuse_unclean(content, name, most_rows)
    with opened(content) as book:
        yield book


@contextmanager
def opened(content: bytes, *, read_only: bool = False) -> Iterator[Any]:
    """The workbook; what its reader has to say about parts that it does not know is of no use to anybody."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(content), read_only=read_only, keep_links=False)
        except Exception as error:  # the reader fails in many ways on files that another program made
            raise Refused(faults.unreadable()) from error
        try:
            yield book
        finally:
            book.close()


def _unpacked(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(
            entry.file_size for entry in archive.infolist() if not entry.filename.startswith("xl/media/")
        )


def _find_and_count(book: Any, columns: Sequence[Column], most_rows: int) -> str:
    """The title of the first visible sheet with the required columns;
    row by row, so that a huge one stops early.
    """
    nearest: list[Column] = [column for column in columns if column.is_required]
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # what a file says of its own size need not be so
        rows = enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), start=1)
        for number, values in rows:
            missing = _missing(values, columns)
            if not missing:
                _count(rows, most_rows)
                return str(sheet.title)
            nearest = min(nearest, missing, key=len)
            if number >= HEADER_WITHIN:
                break
    raise Refused(faults.columns_missing([str(column.title) for column in nearest]))


def _missing(values: Sequence[Any], columns: Sequence[Column]) -> list[Column]:
    there = {fold(str(value)) for value in values if value is not None}
    return [column for column in columns if column.is_required and not there & spellings(column.title)]


def _count(rows: Iterator[tuple[int, Sequence[Any]]], most_rows: int) -> None:
    filled = blank = 0
    for _number, values in rows:
        if any(value not in (None, "") for value in values):
            filled += 1
        else:
            blank += 1
        if filled > most_rows + 1:  # the example row of the template may be among them
            raise Refused(faults.too_many_rows(most_rows))
        if blank > most_rows * BLANKS_PER_ROW:
            raise Refused(faults.too_many_blanks())


def _read(sheet: Worksheet, columns: Sequence[Column]) -> Sheet:
    found = _header(sheet, columns)
    _refuse_hidden(sheet, found)
    found.faults.extend(_merged(sheet, found))
    number_column = found.columns.pop("", None)
    examples = spellings(EXAMPLE_MARK)
    for number in range(found.header_row + 1, sheet.max_row + 1):
        if number_column is None or fold(str(sheet.cell(number, number_column).value or "")) not in examples:
            _read_row(sheet, number, columns, found)
    if not found.rows and not found.faults:
        raise Refused(faults.nothing_filled())
    return found


def _header(sheet: Worksheet, columns: Sequence[Column]) -> Sheet:
    for number, values in enumerate(
        sheet.iter_rows(max_row=HEADER_WITHIN, max_col=MOST_COLUMNS, values_only=True), 1
    ):
        if not _missing(values, columns):
            return _placed(sheet.title, number, values, columns)
    raise Refused(faults.columns_missing([str(column.title) for column in columns if column.is_required]))


def _placed(title: str, number: int, values: Sequence[Any], columns: Sequence[Column]) -> Sheet:
    """Which column is which; the running number is kept under an empty key while reading."""
    found = Sheet(title, number, {})
    for place, value in enumerate(values, start=1):
        if value is None or is_one_of(value, [REASON_TITLE]):
            continue
        column = next((one for one in columns if is_one_of(value, [one.title])), None)
        key = "" if is_one_of(value, [NUMBER_TITLE]) else column.key if column else None
        if key is None:
            found.ignored.append(str(value))
        elif key in found.columns:
            raise Refused(faults.column_twice(str(value)))
        else:
            found.columns[key] = place
    return found


def _refuse_hidden(sheet: Worksheet, found: Sheet) -> None:
    """What nobody sees must not be saved: hidden and filtered rows, hidden columns."""
    rows = [
        n
        for n, one in sheet.row_dimensions.items()
        if n > found.header_row and (one.hidden or one.height == 0)
    ]
    rows = [
        n
        for n in rows
        if any(sheet.cell(n, place).value not in (None, "") for place in found.columns.values())
    ]
    if rows:
        raise Refused(faults.rows_hidden(sorted(rows)))
    hidden: set[int] = set()
    for one in sheet.column_dimensions.values():
        if one.hidden or one.width == 0:
            hidden.update(range(one.min or 0, min(one.max or 0, MOST_COLUMNS) + 1))
    places = [place for place in found.columns.values() if place in hidden]
    if places:
        raise Refused(
            faults.columns_hidden([str(sheet.cell(found.header_row, place).value) for place in places])
        )


def _merged(sheet: Worksheet, found: Sheet) -> Iterator[Remark]:
    """Each row under the header that a merged cell touches. Refused where the header itself is merged."""
    by_place = {place: key for key, place in found.columns.items()}
    for merged in sheet.merged_cells.ranges:
        left, top, _right, bottom = range_boundaries(str(merged))
        if bottom < found.header_row:
            continue  # a heading above the table
        if top <= found.header_row:
            raise Refused(faults.header_merged(str(merged)))
        for number in range(top, min(bottom, sheet.max_row) + 1):
            yield Remark(number, by_place.get(left, ""), faults.merged(str(merged)))


def _read_row(sheet: Worksheet, number: int, columns: Sequence[Column], found: Sheet) -> None:
    """Adds the row and its faults; a row in which no column is filled is no row."""
    values, remarks = {}, []
    for column in columns:
        place = found.columns.get(column.key)
        text, fault = ("", "") if place is None else text_of(sheet.cell(number, place), column)
        values[column.key] = text
        if fault:
            remarks.append(Remark(number, column.key, fault))
    if not any(values.values()) and not remarks:
        return
    faulty = {remark.key for remark in remarks}
    remarks += [
        Remark(number, column.key, faults.empty(str(column.title)))
        for column in columns
        if column.is_required and not values[column.key] and column.key not in faulty
    ]
    found.rows.append(Row(number, values))
    found.faults.extend(remarks)
