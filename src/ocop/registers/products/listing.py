"""The listings of products as they follow from the products, and where the kept ones differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch

from ocop.registers.products.models import Listing, Product, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES, listing_facts, newest, words_of_product

CHUNK = 500
COLUMNS = tuple(field.attname for field in Listing._meta.concrete_fields if not field.primary_key)


def derived(products: Iterable[int]) -> list[Listing]:
    """The listings of these products (by id), from what is on record now; three statements."""
    known = Recognition.objects.filter(status_code__in=PUBLIC_STATUSES).prefetch_related("events")
    rows = Product.objects.filter(pk__in=list(products)).select_related("producer__commune", "commune")
    rows = rows.order_by("pk")
    return [
        _derived(one) for one in rows.prefetch_related(Prefetch("recognitions", known, to_attr="listed_by"))
    ]


def _derived(product: Product) -> Listing:
    recognition = newest(product.listed_by)  # type: ignore[attr-defined]
    events = list(recognition.events.all()) if recognition else []
    facts = listing_facts(product, recognition, events)
    return Listing(product=product, search_text=words_of_product(product), **facts)


def differing() -> Iterator[tuple[Listing, list[str]]]:
    """Every listing that is not kept as it follows, with the columns that differ;
    all of them where there is none.
    """
    start, products = 0, Product.objects.order_by("pk").values_list("pk", flat=True)
    while keys := list(products.filter(pk__gt=start)[:CHUNK]):
        kept = Listing.objects.in_bulk(keys)
        for one in derived(keys):
            if wrong := _columns_that_differ(kept.get(one.pk), one):
                yield one, wrong
        start = keys[-1]


def _columns_that_differ(kept: Listing | None, derived: Listing) -> list[str]:
    return [name for name in COLUMNS if kept is None or getattr(kept, name) != getattr(derived, name)]
