"""One spelling for the value of a column: the same from the object that was saved, from SQLite and from
PostgreSQL.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.timezone import is_naive, make_aware

UNKNOWN = object()
"""In place of a text: the database works the value out, nobody has it at hand."""

Speller = Callable[[Any], Any]
"""Value to text, None for no value, UNKNOWN for an expression."""


def speller_of(field: models.Field) -> Speller:
    """How values of this column are spelled."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    spell = next((how for kind, how in _SPELLERS if isinstance(field, kind)), _text)

    def spell_all(value: Any) -> Any:
        if value is None:
            return None
        if hasattr(value, "resolve_expression"):
            return UNKNOWN
        return spell(field, value)

    return spell_all


def spelled(value: Any) -> str:
    """Of something that is no column, as JSON."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


_TEXTS = (models.CharField, models.TextField)


def _text(field: models.Field, value: Any) -> str:
    given = value if isinstance(value, str) and isinstance(field, _TEXTS) else field.to_python(value)
    return str.__str__(given) if isinstance(given, str) else str(given)


def _bool(field: models.Field, value: Any) -> str:
    return str(int(field.to_python(value)))


def _moment(field: models.Field, value: Any) -> str:
    moment = value if isinstance(value, datetime) else field.to_python(value)
    return (
        (make_aware(moment) if is_naive(moment) else moment)
        .astimezone(UTC)
        .isoformat(timespec="microseconds")
    )


def _day(field: models.Field, value: Any) -> str:
    return str(field.to_python(value).isoformat())


def _decimal(field: models.Field, value: Any) -> str:
    """As it is stored, without the zeros behind: a column may get more places one day."""
    places = Decimal(1).scaleb(-field.decimal_places)  # type: ignore[attr-defined]
    return format(Decimal(field.to_python(value)).quantize(places).normalize(), "f")


def _json(field: models.Field, value: Any) -> str:
    encoder = field.encoder  # type: ignore[attr-defined]
    return spelled(json.loads(json.dumps(value, cls=encoder)))


_SPELLERS: tuple[tuple[type[models.Field], Callable[[models.Field, Any], str]], ...] = (
    (models.BooleanField, _bool),
    (models.DateTimeField, _moment),
    (models.DateField, _day),
    (models.DecimalField, _decimal),
    (models.JSONField, _json),
)
