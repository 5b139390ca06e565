"""No SQLite file is made in silence, a replaced one is noticed, a lock is waited for, a commit is kept."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connections

from ocop import cli
from ocop.config import environment
from ocop.config.sqlite import base

Opens = Callable[[Path], Any]


@pytest.fixture
def opens(django_db_blocker: Any) -> Iterator[Opens]:
    """Gives a connection to a file, as the settings describe it."""
    made: list[base.DatabaseWrapper] = []

    def opens(path: Path) -> base.DatabaseWrapper:
        usual = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "CONN_HEALTH_CHECKS": False}
        known = environment.database("NO_SUCH_VARIABLE", f"sqlite:///{quote(str(path))}")
        made.append(base.DatabaseWrapper(usual | known | {"TEST": {"NAME": None}}, "own"))
        return made[-1]

    with django_db_blocker.unblock():
        yield opens
        for one in made:
            one.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one table, in a folder whose name means something in an address."""
    folder = tmp_path / "dữ liệu 100% #1?"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "a.sqlite3")) as made:
        made.execute("CREATE TABLE note (words)")
    return folder / "a.sqlite3"


def rows(connection: Any) -> list[Any]:
    with connection.cursor() as cursor:
        return cursor.execute("SELECT words FROM note").fetchall()


def write(connection: Any, words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO note VALUES (%s)", [words])


def test_the_file_that_is_there_is_opened(opens: Opens, path: Path) -> None:
    write(opens(path), "một")
    assert rows(opens(path)) == [("một",)]


def test_a_missing_file_is_a_sentence_and_stays_missing(opens: Opens, tmp_path: Path) -> None:
    gone = tmp_path / "mất.sqlite3"
    with pytest.raises(base.MissingDatabaseError) as caught:
        rows(opens(gone))
    assert f"Không có cơ sở dữ liệu ở {gone}" in str(caught.value)
    assert caught.value.__cause__.sqlite_errorcode == sqlite3.SQLITE_CANTOPEN  # type: ignore[union-attr]
    assert list(tmp_path.iterdir()) == []


def test_only_whoever_says_so_makes_one(opens: Opens, tmp_path: Path) -> None:
    with base.making(), opens(tmp_path / "mới.sqlite3").cursor() as cursor:
        cursor.execute("CREATE TABLE note (words)")
    assert rows(opens(tmp_path / "mới.sqlite3")) == []


def test_a_file_deleted_under_the_server_is_noticed_at_the_next_request(opens: Opens, path: Path) -> None:
    connection = opens(path)
    write(connection, "một")
    for name in path.parent.iterdir():
        name.unlink()
    write(connection, "hai")  # within the same request SQLite notices nothing
    connection.close_if_unusable_or_obsolete()
    with pytest.raises(base.MissingDatabaseError):
        write(connection, "ba")
    assert list(path.parent.iterdir()) == []


def test_a_file_put_back_is_used_at_the_next_request(opens: Opens, path: Path) -> None:
    connection = opens(path)
    write(connection, "cũ")
    kept = path.with_name("b.sqlite3")
    with closing(sqlite3.connect(kept)) as backup:
        backup.execute("CREATE TABLE note (words)")
        backup.execute("INSERT INTO note VALUES ('sao lưu')")
        backup.commit()
    for name in (path, path.with_name("a.sqlite3-wal"), path.with_name("a.sqlite3-shm")):
        name.unlink()
    kept.rename(path)
    connection.close_if_unusable_or_obsolete()
    assert rows(connection) == [("sao lưu",)]
    same = connection.connection
    connection.close_if_unusable_or_obsolete()
    assert connection.connection is same


def test_a_commit_is_on_the_disk_unless_a_test_says_otherwise(
    opens: Opens, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(name: str) -> Any:
        with opens(path).cursor() as cursor:
            return cursor.execute(f"PRAGMA {name}").fetchone()[0]

    monkeypatch.delenv(environment.SYNCHRONOUS, raising=False)
    assert (asked("synchronous"), asked("journal_mode"), asked("busy_timeout")) == (2, "wal", 20_000)
    monkeypatch.setenv(environment.SYNCHRONOUS, "off")
    assert asked("synchronous") == 0
    monkeypatch.setenv(environment.SYNCHRONOUS, "maybe")
    with pytest.raises(ImproperlyConfigured):
        opens(path)


def snapshot_lost(connection: Any, path: Path) -> Any:
    """Reads, lets somebody else write, and comes back with the cursor still open: what it writes then, SQLite
    refuses at once (SQLITE_BUSY_SNAPSHOT), whatever its timeout.
    """
    for words in "ab":
        write(connection, words)
    reading = connection.cursor()
    reading.execute("SELECT words FROM note")
    reading.fetchone()
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO note VALUES ('khác')")
        other.commit()
    return reading


def test_what_sqlite_gives_up_at_once_is_tried_again(
    opens: Opens, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = opens(path)
    reading = snapshot_lost(connection, path)
    monkeypatch.setattr(base.time, "sleep", lambda _seconds: reading.close())
    write(connection, "mới")
    assert len(rows(connection)) == 4


def test_and_after_its_time_it_is_busy(opens: Opens, path: Path) -> None:
    connection = opens(path)
    reading = snapshot_lost(connection, path)
    with connection.waiting(0.1), pytest.raises(OperationalError, match="database is locked"):
        write(connection, "mới")
    assert reading.fetchone() == ("b",)
    assert connection.patience == 20


def test_a_writer_waits_for_another(opens: Opens, path: Path) -> None:
    connection, other = opens(path), sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    rows(connection)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="database is locked"), connection.waiting(0.1):
        connection._start_transaction_under_autocommit()
    threading.Timer(0.2, other.execute, ["COMMIT"]).start()
    write(connection, "sau")
    assert rows(connection) == [("sau",)]
    other.close()


def test_inside_a_transaction_nothing_is_tried_again_by_itself(
    opens: Opens, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = opens(path)
    reading = snapshot_lost(connection, path)
    monkeypatch.setattr(base.time, "sleep", lambda _seconds: pytest.fail("tried again"))
    connection.cursor().execute("BEGIN")
    rows(connection)
    with pytest.raises(OperationalError):
        write(connection, "mới")
    connection.cursor().execute("ROLLBACK")
    reading.close()


@pytest.fixture
def serves(opens: Opens) -> Iterator[Callable[[Path], None]]:
    """Lets the commands use a file as the database of the settings."""
    usual = connections["default"]

    def serves(path: Path) -> None:
        connections["default"] = opens(path)
        connections["default"].alias = "default"

    yield serves
    connections["default"] = usual


def test_of_the_commands_migrate_alone_makes_the_file_and_says_so(
    serves: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ocop.sqlite3"
    serves(path)
    with pytest.raises(SystemExit) as ended:
        cli._run_django(["deliver"])
    assert (ended.value.code, path.exists()) == (str(base.MissingDatabaseError(str(path))), False)
    migrate = ["migrate", "contenttypes", "--verbosity", "0", "--no-input"]
    cli._run_django(migrate)
    said = f"Đã lập cơ sở dữ liệu mới · a new database was made: {path}\n"
    assert capsys.readouterr() == ("", said)
    cli._run_django(migrate)
    assert capsys.readouterr() == ("", "")
