"""A register of 20,000 products from a workbook: read, held against the register, saved; then the same again,
then taken back. `script/bench register`: seconds, rows a second, the memory of the process that does it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import xlsxwriter

from bench.rig.register import KINDS, WAYS

ROWS = 20_000
MOST_SECONDS, MOST_MEMORY = 60, 300
HEAD = (
    "STT", "Tên sản phẩm", "Chủ thể", "Loại hình", "Mã số thuế", "Điện thoại", "Xã, phường", "Hạng sao",
    "Cơ quan công nhận", "Số quyết định", "Ngày quyết định", "Ngày hết hạn", "Mã sản phẩm",
)  # fmt: skip


def bench(folder: Path) -> dict[str, Any]:
    """Each act in a process of its own, as the command is run. Proven: within the time and the memory."""
    communes = _prepare()
    path = folder / "danh-ba.xlsx"
    write_table(path, ROWS, communes)
    first, told = _run("import", str(path))
    again, known = _run("import", str(path))
    undone, end = _run("undo", str(told["import"]))
    counts = {"created": told["created"], "known again": known["known"], "taken back": end["undone"]}
    is_whole = (told["created"], known["known"], end["undone"]) == (ROWS, ROWS, True)
    within = first["seconds"] < MOST_SECONDS and first["MiB"] < MOST_MEMORY
    speed = round(ROWS / first["seconds"])
    return {
        "rows": ROWS, **counts, "rows a second": speed, "import": first, "the same again": again,
        "undo": undone, "is_proven": is_whole and within,
    }  # fmt: skip


def _prepare() -> list[tuple[str, str]]:
    """The database of the environment with a programme; code and name of every commune of today."""
    from django.core.management import call_command
    from django.utils import timezone

    from bench.rig.register import fill
    from ocop.foundation.places.selectors import communes_of

    call_command("migrate", verbosity=0)
    call_command("load_places", stdout=StringIO())
    fill(0)
    return [(one.code, one.name) for one in communes_of("15", timezone.localdate())]


def write_table(path: Path, count: int, communes: list[tuple[str, str]]) -> None:
    """A workbook of so many products, two of each producer, all in order."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Danh bạ")
    for number, row in enumerate([HEAD, *_products(count, communes)]):
        sheet.write_row(number, 0, row)
    book.close()


def _products(count: int, communes: list[tuple[str, str]]) -> Iterator[tuple[Any, ...]]:
    for n in range(count):
        owner = n // 2
        code, commune = communes[owner * 7 % len(communes)]
        day = date(2023, 3, 1) + timedelta(days=n * 37 % 840)
        yield (
            n + 1, f"{KINDS[n * 3 % len(KINDS)]} {WAYS[n % len(WAYS)]} {commune} {n}",
            f"Hợp tác xã {KINDS[owner % len(KINDS)]} {commune} {owner}", "Hợp tác xã", f"53{owner:08}",
            f"09{owner:08}", f"{code} – {commune}", 4, "Chủ tịch UBND tỉnh Lào Cai", f"{n // 20 + 1}/QĐ-UBND",
            f"{day:%d/%m/%Y}", "", f"15-{code}-{n + 1}-{day.year}",
        )  # fmt: skip


def _run(*words: str) -> tuple[dict[str, Any], dict[str, Any]]:
    command = [sys.executable, "-m", "ocop.cli", "register", *words]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603  # our own
    seconds = time.monotonic() - start
    # the largest of the processes that were run until now
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    told: dict[str, Any] = json.loads(done.stdout)
    shown = len(done.stderr.splitlines())
    return {"seconds": round(seconds, 1), "MiB": most, "lines of progress": shown}, told
