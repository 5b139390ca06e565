"""Tables as offices make them: any workbook or text in; out come rows, and what was left out and why."""

from ocop.kernel.tables.book import Book, Format, Problem, Sheet, UnreadableError
from ocop.kernel.tables.kinds import Doubt, Doubtful, Field, Kind, Left, Reading, ReadRow, RowFault, Wrong
from ocop.kernel.tables.known import ATTENDANCE, IDEAS, KINDS, PEOPLE, REGISTER, RESULTS, TARGETS
from ocop.kernel.tables.opening import open_book
from ocop.kernel.tables.reading import FoundPlace, LeftOut, Places, TableRead, read_table
from ocop.kernel.tables.texts import cells_of

__all__ = [
    "ATTENDANCE",
    "IDEAS",
    "KINDS",
    "PEOPLE",
    "REGISTER",
    "RESULTS",
    "TARGETS",
    "Book",
    "Doubt",
    "Doubtful",
    "Field",
    "Format",
    "FoundPlace",
    "Kind",
    "Left",
    "LeftOut",
    "Places",
    "Problem",
    "ReadRow",
    "Reading",
    "RowFault",
    "Sheet",
    "TableRead",
    "UnreadableError",
    "Wrong",
    "cells_of",
    "open_book",
    "read_table",
]
