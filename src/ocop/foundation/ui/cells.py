"""How a column stands in the spreadsheet: which values of the database it needs, and what is made of them.

A spreadsheet of thousands of rows is written from values, never from whole objects. Of a column that shows a
field as it is stored, or a choice by its word, this is known from its model; for the others a table says it:

    cells: ClassVar = {
        "commune": Cell(("commune__kind", "commune__name"), each="{} {}".format),
        "standing": Cell(("recognition",), together=standings_of),
    }
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import django_tables2 as tables
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django_tables2.columns import BoundColumn
from django_tables2.data import TableQuerysetData

from ocop.foundation.ui.columns import DayColumn, LinkedColumn, MoneyColumn, NumberColumn, StarsColumn

PART = 500
"""Rows that are read, and kept in memory, at a time."""
_REMEMBERED = 2048
_AS_STORED = {
    tables.Column, tables.EmailColumn, tables.URLColumn, DayColumn, LinkedColumn, MoneyColumn, NumberColumn,
    StarsColumn,
}  # fmt: skip
_PLAIN = (models.CharField, models.TextField, models.IntegerField)
_EXACT = (models.DateField, models.DecimalField)


@dataclass(frozen=True)
class Cell:
    """A column of the spreadsheet: `needs` names values of the database, as `values_list` does.

    `each` makes the cell from those of one row; the same values give the same cell, so it is asked once for
    them. `together` makes the cells of a part from its columns, where something must be read beside. Without
    either the one value needed is the cell.
    """

    needs: tuple[str, ...]
    each: Callable[..., Any] | None = None
    together: Callable[..., Iterable[Any]] | None = None


@dataclass(frozen=True)
class _Maker:
    """A cell, and where in the row that is read its values stand."""

    places: tuple[int, ...]
    make: Callable[..., Iterable[Any]]

    def column(self, columns: Sequence[Sequence[Any]]) -> Iterable[Any]:
        """The cells of a part."""
        return self.make(*(columns[place] for place in self.places))


def rows_by_value(table: tables.Table, columns: Sequence[BoundColumn]) -> Iterator[Sequence[Any]] | None:
    """The rows of these columns from values alone, a part at a time, in as many statements for every part.

    None where a column has to be asked of each object.
    """
    cells = [_cell(table, column) for column in columns]
    if not isinstance(table.data, TableQuerysetData) or None in cells:
        return None
    return _rows(table.data.data, [one for one in cells if one is not None])


def _rows(queryset: models.QuerySet[Any], cells: Sequence[Cell]) -> Iterator[Sequence[Any]]:
    needs = list(dict.fromkeys(need for cell in cells for need in cell.needs))
    makers = [_Maker(tuple(map(needs.index, cell.needs)), _make(cell)) for cell in cells]
    rows = queryset.prefetch_related(None).values_list(*needs).iterator(PART)
    while part := list(islice(rows, PART)):
        columns = list(zip(*part, strict=True))
        yield from zip(*(maker.column(columns) for maker in makers), strict=True)


def _make(cell: Cell) -> Callable[..., Iterable[Any]]:
    if cell.together is not None:
        return cell.together
    if cell.each is None:
        return lambda column: column
    known = lru_cache(_REMEMBERED)(cell.each)
    return lambda *columns: map(known, *columns)


def _cell(table: tables.Table, bound: BoundColumn) -> Cell | None:
    """What the table says, else what follows from the field: as it is stored, or a choice in words."""
    declared: Mapping[str, Cell] = getattr(table, "cells", {})
    if bound.name in declared or not isinstance(table.data, TableQuerysetData):
        return declared.get(bound.name)
    path, field = str(bound.accessor), _field(table.data.data.model, str(bound.accessor))
    if isinstance(field, _EXACT):
        return Cell((path,))
    is_said = any(hasattr(table, f"{verb}_{bound.name}") for verb in ("render", "value"))
    if is_said or type(bound.column) not in _AS_STORED:
        return None
    if field is None:
        return Cell((path,)) if path in table.data.data.query.annotations else None
    if not isinstance(field, _PLAIN):
        return None
    if field.choices:
        words = {key: str(word) for key, word in field.flatchoices}
        return Cell((path,), each=lambda value: words.get(value, value))
    return Cell((path,))


def _field(model: type[models.Model], path: str) -> models.Field[Any, Any] | None:
    """The field at the end of a path through relations; None for an annotation or part of a JSON value."""
    *relations, last = path.split("__")
    try:
        for name in relations:
            related = model._meta.get_field(name).related_model
            if not isinstance(related, type):
                return None
            model = related
        found = model._meta.get_field(last)
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, models.Field) else None
