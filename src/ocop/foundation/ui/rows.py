"""The row of an address."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def the_one(rows: QuerySet[M]) -> M | None:
    """The row that a unique key leaves, if any; without the order of its list, which costs as much again."""
    return next(iter(rows.order_by()[:1]), None)
