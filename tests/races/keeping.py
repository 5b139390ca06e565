"""Databases for races: one for each module, brought back to its beginning after every race.

What threads write is committed, so no transaction takes it back. Emptying all tables takes seconds and loses
what was loaded; here only the tables that were written to get their rows back, in a fraction of a second.
PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from tests.at_once import note_writes, touched


@contextmanager
def copied() -> Iterator[None]:
    """Everything goes to a copy of the present database, which is thrown away afterwards."""
    kept = connection.settings_dict["NAME"]
    name = f"{kept}_races"
    connection.close()
    _command("DROP DATABASE IF EXISTS {}", name)
    _command("CREATE DATABASE {} TEMPLATE {}", name, kept)
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept
        _command("DROP DATABASE {} WITH (FORCE)", name)


def _command(words: str, *names: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(words.format(*map(connection.ops.quote_name, names)))


def keep() -> None:
    """Puts every row aside, to be brought back by `brought_back`."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        cursor.execute("CREATE SCHEMA kept")
        for table in tables:
            cursor.execute(f'CREATE TABLE kept."{table}" AS TABLE public."{table}"')


@contextmanager
def brought_back() -> Iterator[None]:
    """Afterwards every table has the rows that were put aside, whoever wrote to it meanwhile."""
    touched.clear()
    try:
        with connection.execute_wrapper(note_writes):
            yield
    finally:
        with transaction.atomic(), connection.cursor() as cursor:
            # neither foreign keys nor the guards of the record are asked: what comes back was in order
            cursor.execute("SET LOCAL session_replication_role = replica")
            for table in touched:
                cursor.execute(f'DELETE FROM public."{table}"')
                cursor.execute(f'INSERT INTO public."{table}" SELECT * FROM kept."{table}"')
