"""Holding rows until the transaction ends, so that nobody else changes them meanwhile."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Manager, Model, QuerySet

Row = TypeVar("Row", bound=Model)


def holding(rows: QuerySet[Row] | Manager[Row]) -> QuerySet[Row]:
    """The rows, held when they are read. Several acts that hold several rows read them in the same order.

    Their keys stay free: who only refers to a held row does not wait. On PostgreSQL that is asked again at
    the commit, when the end of the record is held already; two acts would then wait for each other for ever.
    """
    return rows.select_for_update(of=("self",), no_key=True)
