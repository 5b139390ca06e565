"""Tables that are far too long get their sentence at once: `script/bench rows`."""

from __future__ import annotations

import io
import time
from pathlib import Path

import xlsxwriter

from ocop.kernel.tables import PEOPLE, UnreadableError, open_book, read_table

REFUSED = {2_001: "too_many_rows", 50_000: "too_many_rows", 200_000: "table_too_heavy"}


def bench(_folder: Path) -> dict[str, object]:
    """What each table is answered, and in how many seconds."""
    answers = {rows: _answer(many_rows(rows)) for rows in REFUSED}
    found = {rows: answer["refused"] for rows, answer in answers.items()}
    return {**{f"{rows} rows": answer for rows, answer in answers.items()}, "is_proven": found == REFUSED}


def many_rows(count: int) -> bytes:
    """A table of that many people."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate([("STT", "Họ và tên", "Điện thoại", "Vai trò"), *_people(count)]):
        sheet.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def _people(count: int) -> list[tuple[str, str, str, str]]:
    return [(str(n), f"Lý Thị {n}", f"09{n:08}", "Cán bộ xã") for n in range(1, count + 1)]


def _answer(content: bytes) -> dict[str, object]:
    start = time.process_time()
    try:
        faults = read_table(open_book(content), PEOPLE).table_faults
        code = faults[0].code.value if faults else ""
    except UnreadableError as error:
        code = error.problem.value
    return {"refused": code, "seconds": round(time.process_time() - start, 3)}
