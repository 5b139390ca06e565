"""The workbook to fill in: titles, hints, lists to choose from, one example row that is never read."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from ocop.foundation.documents.engines.sheets.columns import (
    EXAMPLE_MARK,
    MOST_ROWS,
    NUMBER_TITLE,
    Column,
    Text,
)

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
_LONGEST_PROMPT, _LONGEST_PROMPT_TITLE = 255, 32


def template(
    title: Text, columns: Sequence[Column], *, example: Mapping[str, str], most_rows: int = MOST_ROWS
) -> bytes:
    """An empty table of these columns, every cell text, so that codes keep their zeros; choices on a second
    sheet.

    What is not in a list is warned of and not forbidden: old names are wanted too.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    table, lists = book.add_worksheet(str(title)[:31]), book.add_worksheet(_("Danh mục"))
    header = book.add_format({**_FONT, "bold": True, "bg_color": "#E4F2EA", "bottom": 1})
    plain = book.add_format({**_FONT, "num_format": "@"})
    shown = book.add_format({**_FONT, "num_format": "@", "italic": True, "font_color": "#5F6B66"})
    table.write_string(0, 0, str(NUMBER_TITLE), header)
    table.write_string(1, 0, str(EXAMPLE_MARK), shown)
    table.set_column(0, 0, 8, plain)
    for place, column in enumerate(columns, start=1):
        table.write_string(0, place, f"{column.title}{' *' if column.is_required else ''}", header)
        table.write_string(1, place, example.get(column.key, ""), shown)
        table.set_column(place, place, column.width, plain)
        _validate(table, lists, place, column, most_rows)
    _hints(lists, columns, len(columns) + 2, header, plain)
    table.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _validate(table: Any, lists: Any, place: int, column: Column, most_rows: int) -> None:
    prompt = {
        "input_title": str(column.title)[:_LONGEST_PROMPT_TITLE],
        "input_message": str(column.hint)[:_LONGEST_PROMPT],
    }
    options: dict[str, Any] = prompt if column.hint else {}
    if column.choices:
        for row, choice in enumerate(column.choices, start=1):
            lists.write_string(row, place, choice)
        lists.write_string(0, place, str(column.title))
        lists.set_column(place, place, column.width)
        letter = xl_col_to_name(place)
        source = f"='{lists.get_name()}'!${letter}$2:${letter}${len(column.choices) + 1}"
        options = options | {"validate": "list", "source": source, "error_type": "warning"}
    else:
        options = options | {"validate": "length", "criteria": "<=", "value": column.longest}
    table.data_validation(2, place, most_rows + 1, place, options)


def _hints(lists: Any, columns: Sequence[Column], place: int, header: Any, plain: Any) -> None:
    """What each column wants, to read beside the lists."""
    lists.write_string(0, place, _("Cột"), header)
    lists.write_string(0, place + 1, _("Ghi thế nào"), header)
    for row, column in enumerate(columns, start=1):
        need = _("Bắt buộc.") if column.is_required else _("Có thể để trống.")
        lists.write_string(row, place, str(column.title), plain)
        lists.write_string(row, place + 1, f"{need} {column.hint}".strip(), plain)
    lists.set_column(place, place, 26)
    lists.set_column(place + 1, place + 1, 70)
