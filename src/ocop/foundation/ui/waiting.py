"""Work that waits for somebody: what each package tells the home page, and nothing else.

Packages say which rows wait and what is shown of a row (`Pile`); `gather` counts all piles and reads the
first few rows of each in one statement, however many kinds of work there are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, IntegerField, Q, QuerySet, Value, Window
from django.db.models.functions import JSONObject, RowNumber

MOST_ITEMS = 5

Facts = Mapping[str, Any]
"""What is known of a row: words, numbers and truths; days and keys as text, as JSON has them."""


@dataclass(frozen=True)
class WaitingItem:
    """One thing to do. `due_on` is the legal or planned day; `days_left` is negative when it is late.

    Where the days that are left are not plain ones, `left` says them in words, with the kind of its chip.
    """

    title: str
    detail: str
    url: str
    due_on: date | None = None
    days_left: int | None = None
    left: str = ""
    left_kind: str = ""

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class Waiting:
    """A kind of work with its count; `items` are the most pressing ones, at most MOST_ITEMS."""

    key: str
    title: str
    count: int
    url: str
    late: int = 0
    items: list[WaitingItem] = field(default_factory=list)


@dataclass(frozen=True)
class Pile:
    """A kind of work as rows that nobody has read yet, in the order in which they are shown.

    `facts` names the columns (or expressions) of which `item` makes a line; `late` says which rows are past
    their day. A row stands in `rows` once: what joins many goes into a subquery. Without a `url` the whole is
    where its first line leads.
    """

    key: str
    title: str
    url: str
    rows: QuerySet[Any]
    facts: Mapping[str, Any]
    item: Callable[[Facts], WaitingItem]
    late: Q = field(default_factory=lambda: Q(pk__in=[]))


def gather(work: Iterable[Pile | Waiting], most: int = MOST_ITEMS) -> list[Waiting]:
    """The work in its order, counted, with its first items; kinds without any are left out. One query."""
    given = list(work)
    found: dict[int, list[tuple[int, int, int, Facts]]] = defaultdict(list)
    for number, *row in _read({n: one for n, one in enumerate(given) if isinstance(one, Pile)}, most):
        found[number].append(tuple(row))  # type: ignore[arg-type]  # the columns of `_counted`
    kinds = [_waiting(one, found[n]) if isinstance(one, Pile) else one for n, one in enumerate(given)]
    return [one for one in kinds if one.count]


def _waiting(pile: Pile, rows: Sequence[tuple[int, int, int, Facts]]) -> Waiting:
    first = sorted(rows, key=lambda row: row[0])
    if not first:
        return Waiting(pile.key, pile.title, 0, pile.url)
    _place, count, late, _facts = first[0]
    items = [pile.item(facts) for _place, _count, _late, facts in first]
    return Waiting(pile.key, pile.title, count, pile.url or items[0].url, late, items)


def _read(piles: Mapping[int, Pile], most: int) -> Iterator[tuple[int, int, int, int, Facts]]:
    """Number of the pile, place in it, how many it has, how many are late, facts."""
    parts = [_counted(number, pile) for number, pile in piles.items()]
    if not parts:
        return
    whole = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    try:
        sql, given = whole.query.sql_with_params()
    except EmptyResultSet:  # nothing of it can be there
        return
    # cut here and not in each part, for which Django would write every part twice
    with connection.cursor() as cursor:
        cut = f"SELECT * FROM ({sql}) AS piles WHERE pile_place <= %s"  # noqa: S608  # written by Django
        cursor.execute(cut, [*given, most])
        for *numbers, facts in cursor.fetchall():
            yield (*numbers, json.loads(facts))


def _counted(number: int, pile: Pile) -> QuerySet[Any]:
    """The rows of a pile; each carries the counts of the whole, for which the database goes through the rows
    once.
    """
    rows, order = pile.rows.order_by().select_related(None), cast(Sequence[str], pile.rows.query.order_by)
    counted = rows.annotate(
        pile_number=Value(number, IntegerField()),
        pile_place=Window(RowNumber(), order_by=list(order)),
        pile_count=Window(Count("pk")),
        pile_late=Window(Count("pk", filter=pile.late)),
        pile_facts=JSONObject(**pile.facts),
    )
    return counted.values_list("pile_number", "pile_place", "pile_count", "pile_late", "pile_facts")


def day_of(text: str | None) -> date | None:
    """A day among the facts of a row."""
    return date.fromisoformat(text) if text else None
