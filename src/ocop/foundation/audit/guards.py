"""The database's own refusal to change or delete a record, on SQLite and on PostgreSQL.

Installed after every migration, because a rebuilt SQLite table loses its triggers. A package above asks in
its AppConfig.ready() for a table of its own, whole or only the rows for which a condition holds:

    guards.protect("review_scoresheet", when="OLD.state = 'sealed'")
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

NAME = "ocop_append_only"
ALWAYS = "1 = 1"
_conditions: dict[str, str] = {"audit_entry": ALWAYS}

_VERBS = ("UPDATE", "DELETE")
_SQLITE = """
CREATE TRIGGER {table}_{name}_{verb} BEFORE {verb} ON {table} WHEN {when}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
_POSTGRESQL = """
CREATE OR REPLACE TRIGGER {table}_{name} BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()
"""


def protect(table: str, when: str = ALWAYS) -> None:
    """Names a table whose rows never change again;
    `when` (SQL, over OLD) says which of them. Once per table.
    """
    if _conditions.get(table, when) != when:
        raise ValueError(f"{table} has another guard.")
    _conditions[table] = when


def protected() -> tuple[str, ...]:
    """Every table with a guard."""
    return tuple(_conditions)


def install(connection: BaseDatabaseWrapper, tables: tuple[str, ...] | None = None) -> None:
    """Puts the guards of these tables (of all by default) in place, as they are written here, where the table
    exists.
    """
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
        for table in existing.intersection(tables or protected()):
            _install(cursor, connection.vendor, table)


def missing(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """The guards that are not in place, or not as they are written here, by table."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                " WHERE t.tgenabled <> 'D' AND t.tgname = c.relname || %s",
                [f"_{NAME}"],
            )
            kept = {row[0] for row in cursor.fetchall()}
            yield from (table for table in protected() if table not in kept)
            return
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        there = {_plain(row[0]) for row in cursor.fetchall()}
    for table, when in _conditions.items():
        guards = (_SQLITE.format(table=table, name=NAME, verb=verb, when=when) for verb in _VERBS)
        if any(_plain(guard) not in there for guard in guards):
            yield table


def _plain(statement: str) -> str:
    return " ".join(statement.split()).rstrip("; ")


def _install(cursor: Any, vendor: str, table: str) -> None:
    values = {"table": table, "name": NAME, "when": _conditions.get(table, ALWAYS)}
    if vendor == "postgresql":
        cursor.execute(_POSTGRESQL.format(**values))
        return
    for verb in _VERBS:
        cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{NAME}_{verb}")
        cursor.execute(_SQLITE.format(verb=verb, **values))


def remove(connection: BaseDatabaseWrapper, tables: tuple[str, ...] | None = None) -> None:
    """Takes the guards away: for tests that must empty their tables afterwards."""
    with connection.cursor() as cursor:
        for table in tables or protected():
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{NAME} ON {table}")
            else:
                for verb in _VERBS:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{NAME}_{verb}")
