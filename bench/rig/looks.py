"""What one look at a page costs: statements, rows, time of the application and of the database."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


class Counter:
    """A cursor of the driver that counts the rows which it hands over."""

    def __init__(self, cursor: Any, rows: list[int]) -> None:
        self._cursor, self._rows = cursor, rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    def __iter__(self) -> Iterator[Any]:
        for row in self._cursor:
            self._rows.append(1)
            yield row

    def fetchone(self) -> Any:
        """One row, counted."""
        row = self._cursor.fetchone()
        self._rows.append(row is not None)
        return row

    def fetchmany(self, *size: int) -> Any:
        """Some rows, counted."""
        rows = self._cursor.fetchmany(*size)
        self._rows.append(len(rows))
        return rows

    def fetchall(self) -> Any:
        """All rows, counted."""
        rows = self._cursor.fetchall()
        self._rows.append(len(rows))
        return rows


@contextmanager
def counting() -> Iterator[list[int]]:
    """How many rows come from the database, answer by answer."""
    rows: list[int] = []
    make = connection.make_cursor
    connection.make_cursor = lambda cursor: make(Counter(cursor, rows))  # type: ignore[method-assign, arg-type]
    try:
        yield rows
    finally:
        connection.make_cursor = make  # type: ignore[method-assign]


def statements_of(client: Client, page: str) -> tuple[int, int]:
    """Statements and bytes of a look; RuntimeError where the page does not open."""
    answer = client.get(page)  # the first look fills caches of the process
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}")
    size = _read(answer)
    with CaptureQueriesContext(connection) as statements:
        _read(client.get(page))
        return len(statements), size  # counted now: the next look empties the log


def _read(answer: Any) -> int:
    """Reads an answer to its end, as a browser does; its bytes."""
    return sum(map(len, answer.streaming_content)) if answer.streaming else len(answer.content)


def cost(client: Client, page: str, looks: int) -> dict[str, Any]:
    """Statements and rows of one look; medians, p95 and processor time of `looks`, one after another."""
    queries, size = statements_of(client, page)
    with counting() as rows:  # apart: where statements are noted, cursors are made in another way
        _read(client.get(page))
    own, theirs = time.process_time(), _database_ms()
    seconds = sorted(_timed(client, page) for _ in range(looks))
    database = _database_ms()
    return {
        "statements": queries,
        "rows": sum(rows),
        "application_ms": round((time.process_time() - own) * 1000 / looks, 1),
        "database_ms": None if database is None or theirs is None else round((database - theirs) / looks, 1),
        "p50_ms": round(statistics.median(seconds) * 1000, 1),
        "p95_ms": round(seconds[min(looks - 1, int(looks * 0.95))] * 1000, 1),
        "bytes": size,
    }


def _timed(client: Client, page: str) -> float:
    start = time.perf_counter()
    _read(client.get(page))
    return time.perf_counter() - start


def _database_ms() -> float | None:
    """Processor time that PostgreSQL has spent for this connection; SQLite works inside the application."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    times = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(times[11]) + int(times[12])) * TICK_MS
