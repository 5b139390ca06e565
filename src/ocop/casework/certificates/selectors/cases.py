"""Cases about several products, whose items have a `position` and a name, for lists and desks."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Count, Model, OuterRef, QuerySet, Subquery

Rows = TypeVar("Rows", bound=QuerySet[Any])


def first_product(items: type[Model], case: str) -> Subquery:
    """The name of the first product of a case, for a statement about cases."""
    rows = items._default_manager.filter(**{case: OuterRef("pk")}).order_by("position", "pk")
    return Subquery(rows.values("product_name")[:1])


def with_products(rows: Rows, items: type[Model]) -> Rows:
    """Each with its `first` product and how many there are (`products`)."""
    first = first_product(items, str(rows.model._meta.model_name))
    found: Rows = rows.annotate(products=Count("items", distinct=True), first=first)
    return found
