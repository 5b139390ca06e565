"""A file of tables as it was opened: its sheets, cell by cell, and what a reader does not see in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

Value = str | int | float | bool | date | datetime | time | timedelta | None
Area = tuple[int, int, int, int]
"""A merged area: first row, first column, last row, last column, all counted from 1."""

MOST_BYTES = 25 * 1024 * 1024
MOST_UNPACKED = 96 * 1024 * 1024
MOST_CELLS = 1_500_000
"""Of the smallest rectangle around what is filled in: so much is laid out in memory."""
MOST_FILLED = 400_000


class Format(StrEnum):
    """What kind of file a table came in."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


class Problem(StrEnum):
    """Why a file is not opened at all."""

    EMPTY = "file_empty"
    TOO_LARGE = "file_too_large"
    TOO_HEAVY = "table_too_heavy"
    TOO_WIDE = "table_too_wide"
    LOCKED = "workbook_locked"
    MACROS = "workbook_with_macros"
    BINARY = "workbook_binary"
    DOCUMENT = "document_not_table"
    PDF = "pdf_not_table"
    IMAGE = "image_not_table"
    WEB_PAGE = "web_page_not_table"
    XML_TABLE = "xml_not_table"
    ENTITIES = "workbook_with_definitions"
    BROKEN = "file_broken"
    UNKNOWN = "file_unknown"
    NO_SHEET = "no_sheet"


class UnreadableError(Exception):
    """The file cannot be opened, with the reason and what it goes by."""

    def __init__(self, problem: Problem, value: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.value = value


@dataclass(frozen=True)
class Unseen:
    """What lies in a sheet beside its values. Rows and columns count from 1."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    percents: frozenset[tuple[int, int]] = frozenset()
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    """Formulas that nobody has computed yet."""


@dataclass
class Sheet:
    """One sheet: rows[0][0] is the cell A1."""

    name: str
    rows: list[list[Value]] = field(default_factory=list)
    unseen: Unseen = Unseen()
    is_visible: bool = True

    def cell(self, row: int, column: int) -> Value:
        """The value of a cell, counted from 1; None beyond the table."""
        if 1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None


@dataclass
class Book:
    """Every sheet of a file, in its order."""

    format: Format
    encoding: str
    sheets: list[Sheet]
    counts_from_1904: bool = False
