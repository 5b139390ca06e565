"""What the public sees of products:
the same list for the catalogue and for the interface, with filters and counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from ocop.foundation.places.models import Place
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import PUBLIC_STATUSES, shown_photos

NEWEST = (F("year").desc(), F("decided_on").desc(nulls_last=True), F("pk").desc())
SORTS = ("moi", "ten", "sao")


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for: words without marks, stars, a product set, a commune of today."""

    words: str = ""
    stars: int | None = None
    set_number: int | None = None
    commune: Place | None = None


def public_recognitions() -> QuerySet[Recognition]:
    """The recognitions that everyone may know, newest first, with what happened to them since."""
    return (
        Recognition.objects.filter(status_code__in=PUBLIC_STATUSES)
        .order_by(*NEWEST)
        .prefetch_related("events__paper")
    )


def listed() -> QuerySet[Product]:
    """Products with a recognition that everyone may know;
    `stars_now` and `year_now` are those of the newest.
    """
    own = Recognition.objects.filter(product=OuterRef("pk"), status_code__in=PUBLIC_STATUSES)
    newest = own.order_by(*NEWEST)
    return Product.objects.filter(Exists(own)).annotate(
        stars_now=Subquery(newest.values("stars")[:1]),
        year_now=Subquery(newest.values("year")[:1]),
        decided_now=Subquery(newest.values("decided_on")[:1]),
        commune_now=Coalesce("commune_id", "producer__commune_id"),
    )


def found(wanted: Wanted, sort: str = "") -> QuerySet[Product]:
    """The products that answer to every wish, sorted by `sort` (one of SORTS),
    or by how well the words fit.
    """
    rows: QuerySet[Any] = listed()  # its annotations are columns too
    words = fold(wanted.words)
    for word in words.split():
        rows = rows.filter(search_text__contains=word)
    if wanted.stars is not None:
        rows = rows.filter(stars_now=wanted.stars)
    if wanted.set_number is not None:
        rows = rows.filter(set_number=wanted.set_number)
    if wanted.commune is not None:
        rows = rows.filter(commune_now=wanted.commune.pk)
    return _sorted(rows, words, sort)


def _sorted(rows: QuerySet[Product], words: str, sort: str) -> QuerySet[Product]:
    newest = (F("year_now").desc(), F("decided_now").desc(nulls_last=True), "search_text", "pk")
    if sort == "ten":
        return rows.order_by("search_text", "pk")
    if sort == "sao":
        return rows.order_by(F("stars_now").desc(nulls_last=True), *newest)
    if sort == "moi" or not words:
        return rows.order_by(*newest)
    fits = Case(
        When(search_text__startswith=words, then=0),
        When(search_text__contains=words, then=1),
        default=Value(2),
        output_field=IntegerField(),
    )
    return rows.order_by(fits, *newest)


def with_all(rows: QuerySet[Product]) -> QuerySet[Any]:
    """Loads what cards and pages show:
    producer, place, photographs, recognitions as `known`, newest first.
    """
    return rows.select_related(
        "producer__commune__parent__parent", "commune__parent__parent"
    ).prefetch_related(shown_photos(), Prefetch("recognitions", public_recognitions(), to_attr="known"))


def count_by_stars() -> dict[int, int]:
    """How many listed products hold 3, 4 or 5 stars by their newest recognition, most stars first."""
    return _counts("stars_now", reverse=True)


def count_by_set() -> dict[int, int]:
    """How many listed products each product set has, by number."""
    return _counts("set_number")


def count_by_commune() -> dict[int, int]:
    """How many listed products each place has, by its row."""
    return _counts("commune_now")


def _counts(column: str, *, reverse: bool = False) -> dict[int, int]:
    rows = (
        listed()
        .filter(Q(**{f"{column}__isnull": False}))
        .values_list(column)
        .annotate(n=Count("pk"))
        .order_by()
    )
    return dict(sorted(rows, reverse=reverse))


def listed_producers() -> QuerySet[Producer]:
    """Producers with at least one listed product: only these have a public page."""
    recognised = Recognition.objects.filter(product__producer=OuterRef("pk"), status_code__in=PUBLIC_STATUSES)
    return Producer.objects.filter(Exists(recognised)).select_related("commune__parent__parent")


def public_contact(producer: Producer) -> Mapping[str, Any]:
    """Address, telephone, e-mail and website, where the producer has agreed that everyone may see them."""
    if producer.contact_is_public_since is None:
        return {}
    website = producer.website if producer.website.startswith(("http://", "https://")) else ""
    known = {
        "address": producer.address,
        "phone": producer.phone,
        "email": producer.email,
        "website": website,
    }
    return {name: value for name, value in known.items() if value}
