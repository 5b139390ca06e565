"""Opens a file of tables by what it is, never by what it is called: .xlsx, .xls, .ods, CSV."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from decimal import Decimal
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ocop.kernel.tables import biff, ods, ole, texts, xlsx
from ocop.kernel.tables.archives import Parts
from ocop.kernel.tables.biff import Told
from ocop.kernel.tables.book import MOST_BYTES, Book, Format, Problem, Sheet, UnreadableError, Unseen, Value
from ocop.kernel.text import number_vi

_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|table|head|body|meta)\b", re.IGNORECASE)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def open_book(content: bytes, name: str = "") -> Book:
    """The sheets of a file with everything that is not seen in them.

    Raises `UnreadableError` with what the file truly is where it is none of the four formats, locked, torn,
    or larger than what is read.
    """
    if not content.strip(b"\0 \r\n\t"):
        raise UnreadableError(Problem.EMPTY)
    if len(content) > MOST_BYTES:
        raise UnreadableError(Problem.TOO_LARGE)
    if name.lower().endswith((".xlsm", ".xltm")):
        raise UnreadableError(Problem.MACROS)
    if content.startswith(b"PK\x03\x04"):
        return _archive(content)
    if content.startswith(ole.SIGNATURE):
        return _compound(content)
    _refuse_others(content)
    return texts.open_text(content)


def _refuse_others(content: bytes) -> None:
    head = content[:2048]
    if content.startswith(b"%PDF"):
        raise UnreadableError(Problem.PDF)
    if content.startswith(_IMAGES):
        raise UnreadableError(Problem.IMAGE)
    if content.startswith(b"{\\rtf"):
        raise UnreadableError(Problem.DOCUMENT)
    if b"office:spreadsheet" in head:
        raise UnreadableError(Problem.XML_TABLE)
    if _PAGE.search(head) or _PAGE.search(head.replace(b"\0", b"")):
        raise UnreadableError(Problem.WEB_PAGE)
    if content.startswith((b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise UnreadableError(Problem.UNKNOWN)


def _archive(content: bytes) -> Book:
    parts = Parts(content)
    if "mimetype" in parts.names:
        try:
            kind = parts.archive.read("mimetype")[:80]
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
            raise UnreadableError(Problem.BROKEN) from error
        if b"opendocument.spreadsheet" not in kind:
            raise UnreadableError(Problem.DOCUMENT if b"opendocument" in kind else Problem.UNKNOWN)
        return _laid_out(content, Format.ODS, ods.told_by(parts))
    if any(name.startswith(("word/", "ppt/")) for name in parts.names):
        raise UnreadableError(Problem.DOCUMENT)
    if not any(name.startswith("xl/") for name in parts.names):
        raise UnreadableError(Problem.UNKNOWN)
    return _laid_out(content, Format.XLSX, xlsx.told_by(parts))


def _compound(content: bytes) -> Book:
    found = ole.streams(content)
    if "EncryptedPackage" in found or "EncryptionInfo" in found:
        raise UnreadableError(Problem.LOCKED)
    if "WordDocument" in found or "PowerPoint Document" in found:
        raise UnreadableError(Problem.DOCUMENT)
    stream = found.get("Workbook") or found.get("Book")
    if stream is None:
        raise UnreadableError(Problem.UNKNOWN)
    try:
        told = biff.told_by(stream)
    except struct.error as error:
        raise UnreadableError(Problem.BROKEN) from error
    return _laid_out(content, Format.XLS, told)


def _laid_out(content: bytes, kind: Format, told: Told) -> Book:
    """The values of every sheet, beside what was told of it."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [
                _sheet(book.get_sheet_by_index(place), seen, _told_of(told, place))
                for place, seen in enumerate(book.sheets_metadata)
                if seen.typ is SheetTypeEnum.WorkSheet
            ]
    except UnreadableError:
        raise
    except BaseException as error:  # the reader panics on torn files, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise UnreadableError(Problem.BROKEN) from error
    if not sheets:
        raise UnreadableError(Problem.NO_SHEET)
    return Book(kind, kind.value, sheets, told.counts_from_1904)


def _told_of(told: Told, place: int) -> Unseen:
    return told.sheets[place] if place < len(told.sheets) else Unseen()


def _sheet(page: Any, seen: Any, unseen: Unseen) -> Sheet:
    rows: list[list[Value]] = [list(row) for row in page.to_python(skip_empty_area=False)]
    for row, column in unseen.percents:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = _percent(rows[row - 1][column - 1])
    return Sheet(seen.name, rows, unseen, seen.visible is SheetVisibleEnum.Visible)


def _percent(value: Value) -> Value:
    """As it is shown: 0.855 in a cell of percent is 85,5 %."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return f"{number_vi((Decimal(f'{value:.12g}') * 100).normalize())} %"
