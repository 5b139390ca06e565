"""An index that answers to an order of lists on both databases."""

from __future__ import annotations

from typing import Any

from django.db import models


class OrderIndex(models.Index):
    """An index whose empty values come first going up, last going down, as in every list.

    SQLite has them there by itself; PostgreSQL must be told.
    """

    def create_sql(
        self, model: type[models.Model], schema_editor: Any, using: str = "", **kwargs: Any
    ) -> Any:
        """The statement, with the place of empty values where PostgreSQL would have them elsewhere."""
        if schema_editor.connection.vendor != "postgresql":
            return super().create_sql(model, schema_editor, using, **kwargs)
        told = models.Index(fields=self.fields, name=self.name, condition=self.condition)
        told.fields_orders = [
            (name, _told(order, is_null=bool(getattr(model._meta.get_field(name), "null", False))))
            for name, order in self.fields_orders
        ]
        return told.create_sql(model, schema_editor, using, **kwargs)


def _told(order: str, *, is_null: bool) -> str:
    if not is_null:
        return order
    return "DESC NULLS LAST" if order else "NULLS FIRST"
