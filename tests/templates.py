"""Databases that are made once and copied: by each worker of the tests, and by the servers of the journeys.

`places` has every table and every place, `province` the small province of `tests.province` on top. A template
is a file (SQLite) or a database (PostgreSQL) beside a folder with its stored files; it is named by what it is
made of, so that a changed migration makes a new one. Run as a program, this makes one: `python -m
tests.templates province`.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

SYNCHRONOUS = "OCOP_SQLITE_SYNCHRONOUS"  # OFF: nothing here has to outlive a power cut
ROOT = Path(__file__).parents[1]
KEPT = ROOT / "var" / "tests"
OLD = 24 * 60 * 60  # seconds after which a template that is no longer made of today's code is thrown away
PLACES = (
    "requirements/base.txt",
    "src/ocop/*/*/migrations/*.py",
    "src/ocop/foundation/places/**/*",
    "src/ocop/kernel/text/*",
)
MADE_OF = {
    "places": PLACES,
    # what the acts do decides what the province holds
    "province": (
        *PLACES, "src/ocop/**/*.py", "src/ocop/**/*.json", "src/ocop/**/*.typ", "src/ocop/**/data/**/*",
        "tests/*.py",
    ),
}  # fmt: skip
STAGE = "stage.pickle"
HIGH = 1_000_001


@cache
def name(kind: str) -> str:
    """Names the template by the contents of what makes it, as they are when it is first asked for."""
    return _name_now(kind)


def _name_now(kind: str) -> str:
    contents = hashlib.sha256(Path(__file__).read_bytes())
    paths = {path for pattern in MADE_OF[kind] for path in ROOT.glob(pattern)}
    for path in sorted(path for path in paths if path.is_file() and not _is_idle(path)):
        contents.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return f"{kind}_{contents.hexdigest()[:16]}"


def _is_idle(path: Path) -> bool:
    """Tests beside their package and compiled files make nothing."""
    folders = path.relative_to(ROOT).parts
    return "__pycache__" in folders or (folders[0] == "src" and "tests" in folders)


def folder(kind: str) -> Path:
    """Where the template's file, its stored files and its stage lie; PostgreSQL has a folder of its own."""
    return KEPT / name(kind)


def file(kind: str) -> Path:
    """The SQLite template; whoever comes first makes it, the others wait."""
    made = folder(kind) / "ocop.sqlite3"
    if made.exists():  # it came there whole
        return made
    with _alone(name(kind)):
        if not made.exists():
            half = folder(kind).with_suffix(".half")
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir(parents=True)
            if kind != "places":
                shutil.copy(file("places"), half / made.name)
            _make(kind, f"sqlite:///{quote(str(half / made.name))}", half)
            _refuse_changed(kind)
            for old in KEPT.glob(f"{kind}_*"):
                if time.time() - old.stat().st_mtime > OLD:  # a run beside this one may still copy it
                    shutil.rmtree(old)
            half.rename(folder(kind))
    return made


def database(server: dict[str, Any]) -> str:
    """The name of the PostgreSQL template with the places on the server of these settings;
    made like the file.
    """
    known = name("places")
    with _alone(f"postgresql_{known}"), maintaining(server) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [known]).fetchone():
            half = f"{known}_half"
            connection.execute(f'DROP DATABASE IF EXISTS "{half}"')
            connection.execute(f"CREATE DATABASE \"{half}\" TEMPLATE template0 ENCODING 'UTF8'")
            _make("places", address(server, half), KEPT / "postgresql")
            _refuse_changed("places")
            connection.execute(f'ALTER DATABASE "{half}" RENAME TO "{known}"')
    return known


def fill(connection: sqlite3.Connection, kind: str = "places") -> None:
    """Makes an open SQLite database, in memory or not, a copy of the template, whatever it held before."""
    with closing(sqlite3.connect(file(kind))) as template:
        template.backup(connection)


def stage(kind: str, files: Path) -> Any:
    """Makes Django's SQLite database a copy of the template and copies its stored files to a folder.

    Returns what the maker of the template gave back: people, products and dossiers by their keys.
    """
    from django.db import connection

    made = file(kind).parent
    connection.ensure_connection()
    fill(connection.connection, kind)
    shutil.copytree(made / "files", files, dirs_exist_ok=True)
    with (made / STAGE).open("rb") as stored:
        return pickle.load(stored)


@contextmanager
def worker_database(worker: str) -> Iterator[None]:
    """Django's connection leads to a copy of the template:
    in memory with SQLite, else beside the template.
    """
    from django.db import connection

    given = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        connection.settings_dict["NAME"] = f"file:{worker}?mode=memory&cache=shared"
        connection.ensure_connection()
        fill(connection.connection)
        yield
    else:
        with copied(connection.settings_dict, f"test_{given}_{worker}") as copy:
            connection.settings_dict["NAME"] = copy
            yield
            connection.close()
    connection.settings_dict["NAME"] = given


@contextmanager
def copied(server: dict[str, Any], copy: str) -> Iterator[str]:
    """A PostgreSQL database of this name, copied from the template; dropped at the end."""
    template = database(server)
    with maintaining(server) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{template}"')
        yield copy
        connection.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')


@contextmanager
def maintaining(server: dict[str, Any]) -> Iterator[Any]:
    """A connection to the server itself, outside of any transaction."""
    import psycopg

    place = {
        "host": server["HOST"],
        "port": server["PORT"],
        "user": server["USER"],
        "password": server["PASSWORD"],
    }
    place = {key: value for key, value in place.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **place) as connection:
        yield connection


def address(server: dict[str, Any], name: str) -> str:
    """DATABASE_URL of a database on that server."""
    secret = f":{quote(server['PASSWORD'], safe='')}" if server["PASSWORD"] else ""
    return f"postgresql://{quote(server['USER'], safe='')}{secret}@{server['HOST']}:{server['PORT']}/{name}"


@contextmanager
def _alone(what: str) -> Iterator[None]:
    """One process at a time makes this template; one of other code need not wait for it."""
    locks = KEPT / "locks"
    locks.mkdir(parents=True, exist_ok=True)
    with (locks / what).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _refuse_changed(kind: str) -> None:
    """A template made of other code than its name says would be used without a word."""
    if _name_now(kind) != name(kind):
        raise RuntimeError(f"The code changed while the template “{kind}” was made of it. Run again.")


def _make(kind: str, url: str, data: Path) -> None:
    """In a process of its own, so that no test's settings take part."""
    place = {"DATABASE_URL": url, "OCOP_DATA_DIR": str(data), SYNCHRONOUS: "OFF"}
    path = f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"
    environment = os.environ | place | {"PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "ocop.config.settings"}
    subprocess.run(
        [sys.executable, "-m", "tests.templates", kind, "here"], cwd=ROOT, env=environment, check=True
    )


def _fill_here(kind: str) -> None:
    """Fills the database of DATABASE_URL and the data folder."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import transaction

    if kind == "places":
        _load_places()
        return
    from tests.province import tell

    with transaction.atomic():
        told = tell()
    with (settings.MEDIA_ROOT.parent / STAGE).open("wb") as stored:
        pickle.dump(told, stored)


def _load_places() -> None:
    """Lifts the append-only guards: tests must be able to empty tables,
    and a server that starts puts them back.
    """
    from django.core.management import call_command
    from django.db import connection

    from ocop.foundation.audit import guards

    with _at_once():
        call_command("migrate", interactive=False, verbosity=0)
    guards.remove(connection)
    call_command("load_places", verbosity=0)
    _count_from_high(connection)


@contextmanager
def _at_once() -> Iterator[None]:
    """Migrations make each table with its columns, indexes and constraints in one, to the same effect.

    Django makes the classes of nearly all models anew with every operation, most of what a template costs.
    A model that is new needs only its own.
    """
    from django.db.migrations.migration import Migration
    from django.db.migrations.optimizer import MigrationOptimizer
    from django.db.migrations.state import ModelState, ProjectState

    apply = Migration.apply

    def shortened(self: Any, *given: Any, **named: Any) -> Any:
        self.operations = MigrationOptimizer().optimize(self.operations, self.app_label)
        return apply(self, *given, **named)

    def add_model(self: Any, made: ModelState) -> None:
        key = made.app_label, made.name_lower
        self.models[key] = made
        if self._relations is not None:
            self.resolve_model_relations(key)
        if "apps" in self.__dict__:
            self.apps.render_multiple([made])

    with patch.object(Migration, "apply", shortened), patch.object(ProjectState, "add_model", add_model):
        yield


def _count_from_high(connection: Any) -> None:
    """What tests store has numbers that a page would write with points: 1.000.001 finds nothing again."""
    from django.apps import apps
    from django.db import models

    numbered = [one._meta for one in apps.get_models() if isinstance(one._meta.pk, models.AutoField)]
    numbered = [one for one in numbered if one.managed and not one.proxy and one.app_label != "places"]
    with connection.cursor() as cursor:
        for one in numbered:
            if connection.vendor == "postgresql":
                cursor.execute(f'ALTER TABLE "{one.db_table}" ALTER "{one.pk.column}" RESTART WITH {HIGH}')
            else:
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [one.db_table])
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [one.db_table, HIGH])


def main(kind: str, *here: str) -> None:
    """`places` and `province` make a file, `postgresql` a database beside that of DATABASE_URL."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
    if here:
        _fill_here(kind)
    elif kind == "postgresql":
        from django.conf import settings

        database(settings.DATABASES["default"])
    else:
        file(kind)


if __name__ == "__main__":
    main(*sys.argv[1:])
