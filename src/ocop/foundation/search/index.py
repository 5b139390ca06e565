"""The indexes of all columns of words: put in place after every migration, because a rebuilt SQLite table
loses its triggers; kept by the database in the transaction that writes the row.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from ocop.foundation.search.models import VECTOR, SearchField, index_name

_GIN = """CREATE INDEX IF NOT EXISTS "{name}" ON "{table}" USING gin ({vector}) WITH (fastupdate = off)"""

_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS "{name}" USING fts5(
  "{column}", content='{table}', content_rowid='{key}', tokenize='ascii', detail='none', prefix='2 3'
)
"""  # ascii parts at blanks alone: all other letters and digits belong to words
_ADD = 'INSERT INTO "{name}" (rowid, "{column}") VALUES (new."{key}", new."{column}");'
_DROP = 'INSERT INTO "{name}" ("{name}", rowid, "{column}") VALUES (\'delete\', old."{key}", old."{column}");'
_TRIGGERS = {
    "added": f'AFTER INSERT ON "{{table}}" BEGIN {_ADD} END',
    "dropped": f'AFTER DELETE ON "{{table}}" BEGIN {_DROP} END',
    "changed": f'AFTER UPDATE OF "{{column}}", "{{key}}" ON "{{table}}" BEGIN {_DROP} {_ADD} END',
}
_REBUILD = 'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\')'
_CHECK = 'INSERT INTO "{name}" ("{name}", rank) VALUES (\'integrity-check\', 1)'
_THERE = {
    "postgresql": "SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema() AND indexname IN ({})",
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE name IN ({})",
}


def install(connection: BaseDatabaseWrapper, *, anew: bool = False) -> None:
    """Puts every index in place that is not; `anew` fills those of SQLite again from the rows."""
    tables = set(connection.introspection.table_names())
    for model, column in searched():
        if model._meta.db_table in tables and _has_column(connection, model, column):
            if not _is_there(connection, model, column):
                _create(connection, model, column)
            elif anew and connection.vendor == "sqlite":
                _run(connection, _REBUILD, model, column)


def searched() -> Iterator[tuple[type[Model], str]]:
    """Every column of words there is."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, SearchField):
                yield model, field.attname


def faults(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Indexes that are missing or do not hold the words of their rows, by name."""
    for model, column in searched():
        name = index_name(model, column)
        if not _is_there(connection, model, column):
            yield f"{name}: missing"
        elif connection.vendor == "sqlite":
            try:
                with transaction.atomic():
                    _run(connection, _CHECK, model, column)
            except DatabaseError:
                yield f"{name}: differs from the rows"


def _create(connection: BaseDatabaseWrapper, model: type[Model], column: str) -> None:
    if connection.vendor == "postgresql":
        _run(connection, _GIN, model, column)
        return
    _run(connection, _TABLE, model, column)
    for what, trigger in _TRIGGERS.items():
        _run(connection, f'CREATE TRIGGER IF NOT EXISTS "{{name}}_is_{what}" {trigger}', model, column)
    _run(connection, _REBUILD, model, column)


def _is_there(connection: BaseDatabaseWrapper, model: type[Model], column: str) -> bool:
    """Whole: on SQLite the table and its triggers."""
    names = [index_name(model, column)]
    if connection.vendor == "sqlite":
        names += [f"{names[0]}_is_{what}" for what in _TRIGGERS]
    with connection.cursor() as cursor:
        cursor.execute(_THERE[connection.vendor].format(", ".join(["%s"] * len(names))), names)
        return bool(cursor.fetchone()[0] == len(names))


def _has_column(connection: BaseDatabaseWrapper, model: type[Model], column: str) -> bool:
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, model._meta.db_table)
    return column in {one.name for one in found}


def _run(connection: BaseDatabaseWrapper, statement: str, model: type[Model], column: str) -> None:
    pk = model._meta.pk
    values = {
        "name": index_name(model, column),
        "table": model._meta.db_table,
        "column": column,
        "key": pk.column if pk else "",
    }
    with connection.cursor() as cursor:
        cursor.execute(statement.format(vector=VECTOR.format(column=f'"{column}"'), **values))
