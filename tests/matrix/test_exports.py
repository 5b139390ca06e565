"""The spreadsheet of every list: written from values, it says what the page's own objects would say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tables2 import Table

from ocop.foundation.documents.exports import _rows_by_object
from ocop.foundation.exports.reading import read_list
from ocop.foundation.ui.cells import rows_by_value
from ocop.foundation.ui.lists import ListView
from ocop.outlets.demo.stage import Stage
from tests.matrix.table import ROLES
from tests.matrix.test_same_cost import ARGUMENTS, LISTS
from tests.register import grow_imports
from tests.visiting import grow_villages

pytestmark = pytest.mark.django_db

BY_OBJECT = {
    "accounts:offices",
    "accounts:people",
    "communication:press",
    "mergers:list",
    "programme:plans",
    "rounds:list",
    "review:councils",
    "review:meetings",
    "samples:laboratories",
    "support:list",
    "sites:links",
    "sites:questions",
    "support:received",
    "tourism:spots",
}
"""Lists that are short, or whose columns have to be asked of objects."""


def both(view: ListView, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows from values, or None; the rows from objects."""
    columns = [column for column in table.columns if not column.column.exclude_from_export]
    values = rows_by_value(table, columns)
    # two that a list does not tell apart come in any order
    objects = sorted((_written(row) for row in _rows_by_object(table, columns)), key=str)
    yield None if values is None else sorted((_written(row) for row in values), key=str), objects


def rows(stage: Stage, name: str, role: str, language: str) -> tuple[Sequence[Any] | None, Sequence[Any]]:
    """Of one list as somebody sees it."""
    found = []

    def take(view: ListView, table: Table) -> HttpResponse:
        found.extend(both(view, table))
        return HttpResponse()

    with override(language):
        address = reverse(name, args=ARGUMENTS.get(name))
    read_list(address, person=stage.people[ROLES[role]], at=timezone.now(), taker=take)
    return found[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_values_say_what_objects_say(stage: Stage, language: str) -> None:
    grow_imports(stage, range(2))
    grow_villages(stage, range(2))
    said = {
        (name, role): rows(stage, name, role, language) for name, roles in LISTS.items() for role in roles
    }
    by_value = {look: values for look, (values, _objects) in said.items() if values is not None}
    assert {name for name, _role in by_value} == set(LISTS) - BY_OBJECT
    assert by_value == {look: said[look][1] for look in by_value}
    assert {name for (name, _role), values in by_value.items() if values} == set(LISTS) - BY_OBJECT


def _written(row: Sequence[Any]) -> list[Any]:
    """A cell without anything is empty however that is said, and a lazy word is its word."""
    return [None if cell in (None, "") else str(cell) if not isinstance(cell, int) else cell for cell in row]
