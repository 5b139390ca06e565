"""The rows of a list's page. What a column's way of showing asks for is found out once for each way;
django-tables2 does so for every cell, a fifteenth of what a page of a list costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django_tables2.rows import BoundRow, BoundRows
from django_tables2.utils import signature

_asked: dict[Any, tuple[tuple[str, ...], str | None]] = {}
"""What a function is given, by the function; as many as there are columns of lists."""


class ShownRow(BoundRow):
    """A row that knows how its columns are shown."""

    def _call_render(self, bound_column: Any, value: Any = None) -> Any:
        given = self._optional_cell_arguments(bound_column, value)
        content = _called(bound_column.render, given)
        return bound_column.link(content, **given) if bound_column.link else content


class ShownRows(BoundRows):
    """The rows of one page."""

    def __iter__(self) -> Iterator[ShownRow]:
        return (ShownRow(record, table=self.table) for record in self.data)


def _called(function: Callable[..., Any], given: dict[str, Any]) -> Any:
    """As `call_with_appropriate` calls it."""
    known = getattr(function, "__func__", None)
    if known is None:  # made for this request: its like may be another one
        names, rest = signature(function)
    else:
        names, rest = _asked.get(known) or _asked.setdefault(known, signature(function))
    if not rest:
        given = {name: given[name] for name in names if name in given}
        if len(given) < len(names):
            return None
    return function(**given)
