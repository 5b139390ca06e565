"""Django's SQLite, with three habits of its own (decision 18).

A missing file is a fault and never a new, empty database: only `making()` allows one, which `migrate` asks
for. A file that was moved away or replaced under a running server is noticed at the next request: what is
written into a file without a name is lost when the process ends. A lock that SQLite gives up at once is tried
again, as long as it would have waited.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

PAUSE = 0.05  # seconds between two tries
PRIMARY = 0xFF  # the kind of an error is its lowest byte, above stands where it arose
_may_make: ContextVar[bool] = ContextVar("may_make", default=False)


class MissingDatabaseError(OperationalError):
    """There is no file where the settings say that the database is."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"Không có cơ sở dữ liệu ở {path}: khôi phục từ bản sao lưu, "
            "hoặc chạy `ocop migrate` để lập mới. / "
            f"There is no database at {path}: restore it from a backup, "
            "or make a new one with `ocop migrate`."
        )


@contextmanager
def making() -> Iterator[None]:
    """Inside, a missing file is made."""
    token = _may_make.set(True)
    try:
        yield
    finally:
        _may_make.reset(token)


def is_file(name: str) -> bool:
    """Whether a database of this name lies in a file: neither in memory nor an address of SQLite's own."""
    return bool(name) and name != ":memory:" and not name.startswith("file:")


class Cursor(base.SQLiteCursorWrapper):
    """Tries again what a lock kept from beginning. Inside a transaction nothing is tried again by itself."""

    patience = 0.0

    def execute(self, query: str, params: Any = None) -> Any:
        """Carries out one statement."""
        until = time.monotonic() + self.patience
        while True:
            try:
                return super().execute(query, params)
            except sqlite3.OperationalError as error:
                is_busy = error.sqlite_errorcode & PRIMARY == sqlite3.SQLITE_BUSY
                if not is_busy or self.connection.in_transaction or time.monotonic() >= until:
                    raise
            time.sleep(PAUSE)


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opened: tuple[int, int] | None = None
        self.patience = float(self.settings_dict["OPTIONS"].get("timeout", 5))

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Opens the file that is there. `MissingDatabaseError` where none is."""
        path = str(conn_params["database"])
        if not is_file(path):
            return super().get_new_connection(conn_params)
        mode = "rwc" if _may_make.get() else "rw"
        try:
            connection = super().get_new_connection(
                conn_params | {"database": f"file:{quote(path)}?mode={mode}"}
            )
        except sqlite3.OperationalError as error:
            if Path(path).exists():
                raise
            raise MissingDatabaseError(path) from error
        self.opened = _which(path)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that waits as long as the connection does."""
        cursor = self.connection.cursor(factory=Cursor)
        cursor.patience = self.patience
        return cursor

    def close_if_unusable_or_obsolete(self) -> None:
        """At the beginning and end of every request: leaves a file that is not the database any more."""
        is_free = self.connection is not None and not self.in_atomic_block
        if is_free and self.opened and _which(str(self.settings_dict["NAME"])) != self.opened:
            self.close()
        super().close_if_unusable_or_obsolete()

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Inside, no lock is waited for longer."""
        usual, self.patience = self.patience, seconds
        try:
            self._say_patience()
            yield
        finally:
            self.patience = usual
            if self.connection is not None:
                self._say_patience()

    def _say_patience(self) -> None:
        with self.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {int(self.patience * 1000)}")


def _which(path: str) -> tuple[int, int] | None:
    """Which file lies there, whatever it is called."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
