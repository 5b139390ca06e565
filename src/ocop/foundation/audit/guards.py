"""The database's own refusal to change or delete a record, on SQLite and on PostgreSQL.

Installed after every migration, because a rebuilt SQLite table loses its triggers. A package above asks in
its AppConfig.ready() for a table of its own, whole or only the rows for which a condition holds:

    guards.protect("review_scoresheet", when="OLD.state = 'sealed'")
"""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

NAME = "ocop_append_only"
ALWAYS = "1 = 1"
_conditions: dict[str, str] = {"audit_entry": ALWAYS}

_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_{name}_{verb} BEFORE {verb} ON {table} WHEN {when}
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
    """Creates the guards of these tables (of all by default) where the table exists and has none."""
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
        for table in existing.intersection(tables or protected()):
            _install(cursor, connection.vendor, table)


def _install(cursor: Any, vendor: str, table: str) -> None:
    values = {"table": table, "name": NAME, "when": _conditions.get(table, ALWAYS)}
    if vendor == "postgresql":
        cursor.execute(_POSTGRESQL.format(**values))
        return
    for verb in ("UPDATE", "DELETE"):
        cursor.execute(_SQLITE.format(verb=verb, **values))


def remove(connection: BaseDatabaseWrapper, tables: tuple[str, ...] | None = None) -> None:
    """Takes the guards away: for tests that must empty their tables afterwards."""
    with connection.cursor() as cursor:
        for table in tables or protected():
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{NAME} ON {table}")
            else:
                for verb in ("UPDATE", "DELETE"):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{NAME}_{verb}")
