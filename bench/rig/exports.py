"""What saving a whole list as a spreadsheet costs: processor seconds, and the memory of the process."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from django.test import Client
from openpyxl import load_workbook


def cost(client: Client, page: str) -> dict[str, Any]:
    """One export, beside XlsxWriter writing the same cells alone.

    Processor seconds, for others may be at work on the machine; on PostgreSQL without those of its server.
    """
    client.get(page)  # the first look fills caches of the process
    before = forget_peak()
    seconds, answer = seconds_of(lambda: client.get(page))
    peak, held = mib("VmHWM"), mib("VmRSS")
    cells = list(load_workbook(io.BytesIO(answer.content), read_only=True).active.values)
    alone, _nothing = seconds_of(lambda: _alone(cells))
    return {
        "rows": len(cells) - 1,
        "seconds": round(seconds, 2),
        "cells_alone_seconds": round(alone, 2),
        "times_alone": round(seconds / alone, 1),
        "mib_before": before,
        "mib_peak": peak,
        "mib_afterwards": held,
    }


def seconds_of(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of this process, and what came of the work."""
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def forget_peak() -> int:
    """Lets the peak of memory begin anew; MiB held now."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return mib("VmRSS")


def mib(name: str) -> int:
    """A line of the kernel's account of this process: VmHWM is the peak, VmRSS what is held now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1]) // 1024


def _alone(cells: list[tuple[Any, ...]]) -> None:
    book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(cells):
        sheet.write_row(number, 0, row)
    book.close()
