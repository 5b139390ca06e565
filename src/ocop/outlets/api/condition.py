"""How the parts stand that the work needs. Looked at once in ten seconds, however many ask: each process
remembers what it saw.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.db import Error, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from ocop.foundation.documents import room
from ocop.foundation.notifications.selectors import waiting_since
from ocop.foundation.ui.unavailable import BUSY, READ_ONLY, refusal_of

EVERY = 10
"""Seconds for which a look counts."""
PATIENCE = 1
"""Seconds for which a look waits for whoever is writing."""
LATE = timedelta(hours=1)
"""A mail that waits longer is late: a mail server away for some minutes is an everyday thing."""
WELL = frozenset({"ok", "elsewhere"})


@dataclass(frozen=True)
class Condition:
    """One word for each part."""

    parts: Mapping[str, str]

    @property
    def is_down(self) -> bool:
        """Whether nobody can work: nothing is read, or written, or the tables are those of another time."""
        return self.parts["database"] in {"down", "read_only"} or self.parts["migrations"] == "missing"

    @property
    def status(self) -> str:
        """down, degraded (the work goes on), or ok."""
        if self.is_down:
            return "down"
        return "ok" if set(self.parts.values()) <= WELL else "degraded"


class _Kept:
    """The last look and when it was."""

    def __init__(self) -> None:
        self.lock, self.found, self.until = Lock(), None, 0.0

    lock: Lock
    found: Condition | None
    until: float


_kept = _Kept()


def now() -> Condition:
    """The condition, at most ten seconds old."""
    with _kept.lock:
        if _kept.found is None or time.monotonic() >= _kept.until:
            _kept.found, _kept.until = look(), time.monotonic() + EVERY
        return _kept.found


def forget() -> None:
    """The next who asks looks anew."""
    _kept.found = None


def look() -> Condition:
    """Looks at everything; never fails."""
    database, migrations, mail = _database(), "unknown", "unknown"
    if database != "down":
        try:
            migrations, mail = _migrations(), _mail()
        except Error:
            migrations = "missing"  # the database answers, and has not the tables that we ask for
    files, disk = _files()
    parts = {"database": database, "migrations": migrations, "files": files, "mail": mail, "disk": disk}
    return Condition(parts)


def _database() -> str:
    """Begins to write and takes it back: what only answers may still keep nothing."""
    try:
        with _impatient(), transaction.atomic():
            is_read_only = _is_read_only()
            transaction.set_rollback(True)
    except Error as error:
        refusal = refusal_of(error)
        return "busy" if refusal is BUSY else "read_only" if refusal is READ_ONLY else "down"
    return "read_only" if is_read_only else "ok"


def _is_read_only() -> bool:
    """SQLite begins with a lock to write (BEGIN IMMEDIATE), which a file that cannot be written refuses."""
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.execute("SELECT count(*) FROM sqlite_master")
            return False
        cursor.execute("SELECT current_setting('transaction_read_only'), pg_is_in_recovery()")
        setting, is_in_recovery = cursor.fetchone()
        return setting == "on" or is_in_recovery


def _impatient() -> AbstractContextManager[Any]:
    waiting = getattr(connection, "waiting", None)  # PostgreSQL has no lock for the whole
    return waiting(PATIENCE) if waiting else nullcontext()


def _migrations() -> str:
    applied = MigrationRecorder(connection).applied_migrations()
    return "ok" if all(key in applied for key in _last_migrations()) else "missing"


@cache
def _last_migrations() -> tuple[tuple[str, str], ...]:
    """The last of each application; whoever has it has those before."""
    return tuple(MigrationLoader(None).graph.leaf_nodes())


def _mail() -> str:
    since = waiting_since()
    return "late" if since is not None and timezone.now() - since > LATE else "ok"


def _files() -> tuple[str, str]:
    """Whether files can be written, and what is left on the disks of files and database."""
    folder = room.files_folder()
    places = [] if folder is None else [folder]
    if connection.vendor == "sqlite" and Path(connection.settings_dict["NAME"]).is_file():
        places.append(Path(connection.settings_dict["NAME"]).parent)
    found = {room.left(place) for place in places}
    disk = next((word for word in (room.Room.FULL, room.Room.LOW) if word in found), room.Room.OK)
    if folder is None:
        return "elsewhere", disk.value  # nothing is written into somebody's S3 to ask
    return "ok" if room.is_writable(folder) else "not_writable", disk.value
