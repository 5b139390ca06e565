"""Makes tables for the tests, in code: a page of an office as .xlsx, .xls, .ods or CSV."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

Rows = Sequence[Sequence[Any]]


@dataclass
class Page:
    """One sheet to make. Rows and columns count from 1; a merged area is (top, left, bottom, right)."""

    rows: Rows
    name: str = "Trang1"
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    percents: Sequence[tuple[int, int]] = ()
    is_hidden: bool = False
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)


def xlsx(*pages: Page) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        for number, row in enumerate(page.rows, 1):
            for place, value in enumerate(row, 1):
                if value is not None and value != "":
                    cell = sheet.cell(number, place)
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
        for (row, column), formula in page.formulas.items():
            sheet.cell(row, column).value = formula
        for row, column in page.percents:
            sheet.cell(row, column).number_format = "0.0%"
        for top, left, bottom, right in page.merged:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in page.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in page.hidden_columns:
            sheet.column_dimensions[get_column_letter(column)].hidden = True
        sheet.sheet_state = "hidden" if page.is_hidden else "visible"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"'
)


def ods(*pages: Page) -> bytes:
    tables = "".join(_ods_table(page) for page in pages)
    styles = (
        '<office:automatic-styles><style:style style:name="shut" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_NAMES}>{styles}'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def archive(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


_SHUT = ' table:visibility="collapse"'


def _ods_table(page: Page) -> str:
    width = max((len(row) for row in page.rows), default=1)
    columns = "".join(
        f"<table:table-column{_SHUT if n in page.hidden_columns else ''}/>" for n in range(1, width + 1)
    )
    rows = "".join(
        f"<table:table-row{_SHUT if n in page.hidden_rows else ''}>"
        + "".join(_ods_cell(page, n, place, value) for place, value in enumerate(row, 1))
        + "</table:table-row>"
        for n, row in enumerate(page.rows, 1)
    )
    shut = ' table:style-name="shut"' if page.is_hidden else ""
    return f'<table:table table:name="{escape(page.name)}"{shut}>{columns}{rows}</table:table>'


def _ods_cell(page: Page, row: int, column: int, value: Any) -> str:
    spans = ""
    for top, left, bottom, right in page.merged:
        if (top, left) == (row, column):
            spans = f' table:number-columns-spanned="{right - left + 1}"'
            spans += f' table:number-rows-spanned="{bottom - top + 1}"'
    if value is None or value == "":
        return f"<table:table-cell{spans}/>"
    kind, given = "string", ""
    if isinstance(value, date):
        kind, given = "date", f' office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind, given = "percentage" if (row, column) in page.percents else "float", f' office:value="{value}"'
    shown = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell{spans} office:value-type="{kind}"{given}>{shown}</table:table-cell>'


def _record(code: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def _text(value: str, length: str) -> bytes:
    return struct.pack(length, len(value)) + b"\x01" + value.encode("utf-16-le")


def xls(*pages: Page, is_locked: bool = False) -> bytes:
    """BIFF8: styles 0 (plain), 1 (percent), 2 (day)."""
    styles = b"".join(_record(0xE0, struct.pack("<HH", 0, kind) + bytes(16)) for kind in (0, 10, 14))
    head = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + _record(
        0x42, struct.pack("<H", 1200)
    )
    head += (_record(0x2F, bytes(54)) if is_locked else b"") + styles
    names = [_text(page.name, "<B") for page in pages]
    start = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    sheets, body = b"", b""
    for page, name in zip(pages, names, strict=True):
        sheets += _record(0x85, struct.pack("<IBB", start + len(body), int(page.is_hidden), 0) + name)
        body += _xls_sheet(page)
    return compound({"Workbook": head + sheets + _record(0x0A) + body})


def _xls_sheet(page: Page) -> bytes:
    width = max((len(row) for row in page.rows), default=1)
    out = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for column in page.hidden_columns:
        out += _record(0x7D, struct.pack("<6H", column - 1, column - 1, 2000, 0, 1, 0))
    out += _record(0x200, struct.pack("<IIHHH", 0, len(page.rows), 0, width, 0))
    for number in range(len(page.rows)):
        flags = 0x20 if number + 1 in page.hidden_rows else 0
        out += _record(0x208, struct.pack("<HHHHHHHH", number, 0, width, 255, 0, 0, flags, 15))
    for number, row in enumerate(page.rows):
        for place, value in enumerate(row):
            if value is None or value == "":
                continue
            where = struct.pack("<HH", number, place)
            if isinstance(value, date):
                days = (value - (datetime if isinstance(value, datetime) else date)(1899, 12, 30)).days
                out += _record(0x203, where + struct.pack("<Hd", 2, days))
            elif isinstance(value, int | float):
                style = 1 if (number + 1, place + 1) in page.percents else 0
                out += _record(0x203, where + struct.pack("<Hd", style, value))
            else:
                out += _record(0x204, where + struct.pack("<H", 0) + _text(str(value), "<H"))
    if page.merged:
        areas = b"".join(struct.pack("<4H", t - 1, b - 1, left - 1, r - 1) for t, left, b, r in page.merged)
        out += _record(0xE5, struct.pack("<H", len(page.merged)) + areas)
    return out + _record(0x0A)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams in sectors of 512, each filled up so that none is a small one."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    table, parts, entries = [], b"", []
    for name, unfilled in padded.items():
        data = unfilled + bytes(-len(unfilled) % 512)
        first, count = len(table), len(data) // 512
        table += [*range(first + 1, first + count), 0xFFFFFFFE]
        parts += data
        entries.append((name, 2, first, len(data)))
    directory = b"".join(_entry(*one) for one in [("Root Entry", 5, 0xFFFFFFFE, 0), *entries])
    directory += bytes(-len(directory) % 512)
    at = len(table)
    table += [*range(at + 1, at + len(directory) // 512), 0xFFFFFFFE]
    count = -(-(len(table) + -(-len(table) // 127)) // 128)
    sectors = list(range(len(table), len(table) + count))
    table += [0xFFFFFFFD] * count
    table += [0xFFFFFFFF] * (-len(table) % 128)
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIIIIIII", 0, count, at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", *(sectors + [0xFFFFFFFF] * (109 - len(sectors))))
    return head + parts + directory + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBB", len(raw) + 2, kind, 1)
        + struct.pack("<III", *[0xFFFFFFFF] * 3)
        + bytes(16)
        + bytes(4)
        + bytes(16)
        + struct.pack("<II", first, size)
        + bytes(4)
    )


def text(rows: Rows, separator: str = ";", encoding: str = "utf-8-sig", *, errors: str = "strict") -> bytes:
    lines = [separator.join(_quoted(value, separator) for value in row) for row in rows]
    return ("\r\n".join(lines) + "\r\n").encode(encoding, errors)


def _quoted(value: Any, separator: str) -> str:
    shown = "" if value is None else value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
    return (
        '"' + shown.replace('"', '""') + '"' if separator in shown or '"' in shown or "\n" in shown else shown
    )
