"""The table handed back as .xlsx: every row where it stood, what is wrong coloured, the reason beside it."""

from __future__ import annotations

import io
from collections import defaultdict

import xlsxwriter
from django.utils.translation import gettext as _

from ocop.foundation.tables.labels import LEFT, doubt_words, fault_words
from ocop.kernel.tables import TableRead
from ocop.kernel.tables.cells import Letters

_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "num_format": "@"}
_WIDEST = 40


def marked(found: TableRead) -> bytes:
    """The sheet that was read, cell by cell as text, with a column of reasons behind its last."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    sheet = book.add_worksheet(found.sheet.name[:31].translate(str.maketrans("", "", "[]:*?/\\")) or "Bảng")
    plain = book.add_format(_FONT)
    head = book.add_format({**_FONT, "bold": True, "bg_color": "#E4F2EA"})
    left = book.add_format({**_FONT, "font_color": "#5F6B66", "italic": True})
    wrong = book.add_format({**_FONT, "bg_color": "#FFD9D6"})
    reason = book.add_format({**_FONT, "font_color": "#9B1C12"})
    letters, heading = Letters(found.sheet), found.heading
    width = max((len(row) for row in found.sheet.rows), default=0)
    said, cells = _said(found)
    out_of_table = {one.row for one in found.left_out}
    for number in range(1, len(found.sheet.rows) + 1):
        for column in range(1, len(found.sheet.rows[number - 1]) + 1):
            if text := letters.at(number, column):
                is_head = heading is not None and heading.first <= number <= heading.last
                style = wrong if (number, column) in cells else head if is_head else plain
                sheet.write_string(
                    number - 1, column - 1, text[:32_000], left if number in out_of_table else style
                )
        for column in {place for row, place in cells if row == number}:
            if not letters.at(number, column):
                sheet.write_blank(number - 1, column - 1, None, wrong)
        if number in said:
            sheet.write_string(number - 1, width, " ".join(dict.fromkeys(said[number])), reason)
    if heading is not None:
        sheet.write_string(heading.first - 1, width, _("Lý do phải sửa"), head)
    sheet.set_column(0, max(width - 1, 0), 20)
    sheet.set_column(width, width, _WIDEST + 20)
    book.close()
    return out.getvalue()


def _said(found: TableRead) -> tuple[dict[int, list[str]], set[tuple[int, int]]]:
    """The sentences of each row, and the cells that are wrong."""
    said: dict[int, list[str]] = defaultdict(list)
    columns = found.heading.columns if found.heading else {}
    cells = {(fault.line, columns[fault.where]) for fault in found.faults if fault.where in columns}
    for fault in found.faults:
        said[fault.line].append(fault_words(fault))
    for doubt in found.doubts:
        said[doubt.row].append(doubt_words(doubt))
    for one in found.left_out:
        said[one.row].append(str(LEFT[one.why]))
    return said, cells
