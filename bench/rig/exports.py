"""What saving a whole list as a spreadsheet costs: seconds, and the memory of the process that makes it."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import xlsxwriter
from django.test import Client
from openpyxl import load_workbook


def cost(client: Client, page: str) -> dict[str, Any]:
    """One export, beside XlsxWriter writing the same cells alone."""
    before = _mib("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    start = time.perf_counter()
    answer = client.get(page)
    seconds, peak, held = time.perf_counter() - start, _mib("VmHWM"), _mib("VmRSS")
    cells = list(load_workbook(io.BytesIO(answer.content), read_only=True).active.values)
    alone = _alone(cells)
    return {
        "rows": len(cells) - 1,
        "seconds": round(seconds, 2),
        "cells_alone_seconds": round(alone, 2),
        "times_alone": round(seconds / alone, 1),
        "mib_before": before,
        "mib_peak": peak,
        "mib_afterwards": held,
    }


def _alone(cells: list[tuple[Any, ...]]) -> float:
    start = time.perf_counter()
    book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(cells):
        sheet.write_row(number, 0, row)
    book.close()
    return time.perf_counter() - start


def _mib(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1]) // 1024
