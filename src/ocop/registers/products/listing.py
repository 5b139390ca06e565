"""The listings of products as they follow from the products, and where the kept ones differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Prefetch
from django.utils import timezone

from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import standing_today
from ocop.registers.products.models import Listing, Product, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES, listing_facts, made_at, newest, words_of_product

CHUNK = 500
COLUMNS = tuple(field.attname for field in Listing._meta.concrete_fields if not field.primary_key)


def read(products: Iterable[int]) -> list[Product]:
    """These products (by id) with what their listings and reckonings follow from; three statements."""
    known = Recognition.objects.filter(status_code__in=PUBLIC_STATUSES).prefetch_related("events")
    rows = Product.objects.filter(pk__in=list(products)).select_related("producer__commune", "commune")
    rows = rows.order_by("pk")
    return list(rows.prefetch_related(Prefetch("recognitions", known, to_attr="listed_by")))


def derived(products: Iterable[Product]) -> list[Listing]:
    """The listings of products that were read; a few statements where places have been merged."""
    rows = list(products)
    places = _today(made_at(one) for one in rows)
    return [_derived(one, places) for one in rows]


def _today(places: Iterable[Place | None]) -> dict[int, Place]:
    """What stands where each place was, by its id."""
    known = {one.pk: one for one in places if one is not None}
    today = timezone.localdate()
    ended = [pk for pk, one in known.items() if not one.stands(today)]
    return known | (standing_today(ended, today) if ended else {})


def _derived(product: Product, places: Mapping[int, Place]) -> Listing:
    recognition = newest(product.listed_by)  # type: ignore[attr-defined]
    events = list(recognition.events.all()) if recognition else []
    where = made_at(product)
    place = places[where.pk] if where else None
    facts = listing_facts(product, recognition, events, place)
    return Listing(product=product, search_text=words_of_product(product, place), **facts)


def everything() -> Iterator[list[Product]]:
    """All products, read a part at a time."""
    start, products = 0, Product.objects.order_by("pk").values_list("pk", flat=True)
    while keys := list(products.filter(pk__gt=start)[:CHUNK]):
        yield read(keys)
        start = keys[-1]


def differing(products: Iterable[Product]) -> Iterator[tuple[Listing, list[str]]]:
    """Of products that were read every listing that is not kept as it follows, with the columns that differ;
    all of them where there is none.
    """
    found = derived(products)
    kept = Listing.objects.in_bulk([one.pk for one in found])
    for one in found:
        if wrong := _columns_that_differ(kept.get(one.pk), one):
            yield one, wrong


def _columns_that_differ(kept: Listing | None, derived: Listing) -> list[str]:
    return [name for name in COLUMNS if kept is None or getattr(kept, name) != getattr(derived, name)]
