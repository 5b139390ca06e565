"""The database's own refusal to change or delete a record, on SQLite and on PostgreSQL.

Installed after every migration, because a rebuilt SQLite table loses its triggers.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("audit_entry",)
NAME = "ocop_append_only"

_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_{name}_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
_POSTGRESQL = """
CREATE OR REPLACE TRIGGER {table}_{name} BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {name}()
"""


def install(connection: BaseDatabaseWrapper, tables: tuple[str, ...] = TABLES) -> None:
    """Creates the guards where they are missing."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
            for table in tables:
                cursor.execute(_POSTGRESQL.format(table=table, name=NAME))
            return
        for table in tables:
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(_SQLITE.format(table=table, name=NAME, verb=verb))


def remove(connection: BaseDatabaseWrapper, tables: tuple[str, ...] = TABLES) -> None:
    """Takes the guards away: for tests that must empty their tables afterwards."""
    with connection.cursor() as cursor:
        for table in tables:
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{NAME} ON {table}")
            else:
                for verb in ("UPDATE", "DELETE"):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{NAME}_{verb}")
