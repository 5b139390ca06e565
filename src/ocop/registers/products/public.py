"""What the public sees of products:
the same list for the catalogue and for the interface, with filters and counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from django.core.paginator import Paginator
from django.db import connection
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
    Value,
    When,
)

from ocop.foundation.places.models import Place
from ocop.foundation.ui.cells import PART
from ocop.foundation.ui.lists import in_turn
from ocop.foundation.ui.paging import Part, part_of
from ocop.kernel.codes import is_code
from ocop.kernel.text import asked, fold
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing, Product, Recognition
from ocop.registers.products.rules.seasons import bit_of, by_month
from ocop.registers.products.selectors import PUBLIC_STATUSES, bearing, shown_photos
from ocop.registers.products.words import questions_meant, spelled

NEWEST = (F("year").desc(), F("decided_on").desc(nulls_last=True), F("pk").desc())
NEWEST_FIRST = ("-recency", "sort_key", "pk")
SORTS = {"moi": NEWEST_FIRST, "ten": ("sort_key", "pk"), "sao": ("-stars", *NEWEST_FIRST)}
COLUMNS = ("stars", "set_number", "commune_id", "months")


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for: words without marks, stars, a product set, a commune of today, a month
    in which there is some; `near` is communes (by id), the nearest first.
    """

    words: str = ""
    stars: int | None = None
    set_number: int | None = None
    commune: Place | None = None
    month: int | None = None
    near: tuple[int, ...] | None = None


def public_recognitions() -> QuerySet[Recognition]:
    """The recognitions that everyone may know, newest first, with what happened to them since."""
    return (
        Recognition.objects.filter(status_code__in=PUBLIC_STATUSES)
        .order_by(*NEWEST)
        .prefetch_related("events__paper")
    )


def found(wanted: Wanted, sort: str = "") -> QuerySet[Listing]:
    """The listings that answer to every wish, sorted by `sort` (one of SORTS),
    or by how well the words fit. One table alone is asked.
    """
    rows = _answering(wanted)
    if wanted.near and sort not in SORTS:
        whens = [When(commune=key, then=turn) for turn, key in enumerate(wanted.near)]
        away = Case(*whens, default=Value(len(whens)), output_field=IntegerField())
        return rows.annotate(away=away).order_by("away", *NEWEST_FIRST)
    if sort in SORTS or not asked(wanted.words):
        return rows.order_by(*SORTS.get(sort, NEWEST_FIRST))
    return rows.annotate(fit=_fit(wanted.words)).order_by("fit", *NEWEST_FIRST)


def _answering(wanted: Wanted) -> QuerySet[Listing]:
    rows = Listing.objects.public()
    if is_code(wanted.words):
        rows = rows.filter(product__in=bearing(wanted.words).values("product"))
    elif wanted.words:
        rows = rows.filter(search_text__finds=wanted.words)
    if wanted.stars is not None:
        rows = rows.filter(stars=wanted.stars)
    if wanted.set_number is not None:
        rows = rows.filter(set_number=wanted.set_number)
    if wanted.commune is not None:
        rows = rows.filter(commune=wanted.commune.pk)
    if wanted.near is not None:
        rows = rows.filter(commune__in=wanted.near)
    if wanted.month is not None:
        seasons = [season for season in values_of("months") if season & bit_of(wanted.month)]
        rows = rows.filter(months__in=seasons)
    return rows


WISHES = {"stars": "stars", "set_number": "set_number", "commune_id": "commune", "months": "month"}


def facets(wanted: Wanted) -> dict[str, dict[int, int]]:
    """For each of COLUMNS how many products there would be with each value in place of what is wished of it,
    all other wishes kept; months one by one. One statement each; nothing wished: from an index alone.
    """
    counts = {
        column: _counted(replace(wanted, **cast(Any, {wish: None})), column)
        for column, wish in WISHES.items()
    }
    return {**counts, "months": by_month(counts["months"])}


def _counted(wanted: Wanted, column: str) -> dict[int, int]:
    if wanted == Wanted():
        return count_by(column)
    rows = _answering(wanted).filter(**{f"{column}__isnull": False}).values_list(column)
    return dict(rows.annotate(n=Count("*")).order_by())


def instead(wanted: Wanted) -> Wanted | None:
    """What was meant by a question that found nothing, where that finds something (`words`), as it is written
    in what it finds first.
    """
    for words in questions_meant(wanted.words):
        meant = replace(wanted, words=words)
        if (first := found(meant).first()) is not None:
            return replace(wanted, words=spelled(words, first))
    return None


def _fit(words: str) -> Case:
    """First what begins with the words, then what has them in its name, whole ones before, then what a
    producer of that name makes, then what lies where they say.
    """
    whole, named, held = (
        Q(pk__in=Listing.objects.filter(**{f"search_text__{how}": words}).values("pk"))
        for how in ("finds_whole", "finds_named", "finds_held")
    )
    return Case(
        When(sort_key__startswith=fold(words), then=0),
        When(whole & named, then=1),
        When(named, then=2),
        When(held, then=3),
        default=Value(4),
        output_field=IntegerField(),
    )


def page_of(rows: QuerySet[Listing], asked: Mapping[str, str], size: int) -> Part:
    """The page of `found` that the address asks for (`trang`, `sau`), each row with what cards show."""
    return part_of(rows, asked, Paginator(rows, size), lambda keys: in_turn(_with_cards(), keys))


def shown(rows: QuerySet[Listing]) -> list[Listing]:
    """Loads what cards show of the beginning of a list.

    It is found first, over an index alone; nothing is loaded of other rows.
    """
    return list(_with_cards().filter(pk__in=rows.values("pk")).order_by(*rows.query.order_by))


def in_parts(
    rows: QuerySet[Listing], *, described: bool = False, size: int = PART
) -> Iterator[list[Listing]]:
    """The same of a whole list, a part at a time, so that a list of any length needs little memory;
    `described` with the descriptions. As many queries for each part as `shown` asks.
    """
    keys = list(rows.values_list("pk", flat=True))
    for first in range(0, len(keys), size):
        yield in_turn(_with_cards(described=described), keys[first : first + size])


def _with_cards(*, described: bool = False) -> QuerySet[Listing]:
    """With product, producer, place, photographs, newest recognition."""
    beside = _beside(described=described)
    return Listing.objects.select_related("recognition", "ending__paper").prefetch_related(*beside)


def _beside(*, described: bool) -> tuple[Prefetch, Prefetch]:
    texts = ("packaging", "story") if described else ("description", "packaging", "story")
    products = Product.objects.defer(*texts).select_related("producer")
    return (
        Prefetch("product", products.prefetch_related(shown_photos())),
        Prefetch("commune", Place.objects.with_parents()),
    )


def in_full(slug: str) -> Product | None:
    """A product of the public catalogue with its listing, places, photographs,
    and its recognitions as `known`, newest first.
    """
    places = ("producer__commune__parent__parent", "commune__parent__parent")
    known = Prefetch("recognitions", public_recognitions(), to_attr="known")
    rows = Product.objects.filter(listing__recognition__isnull=False, slug=slug)
    loaded = rows.select_related("listing__recognition", "listing__ending__paper", *places)
    return loaded.prefetch_related(shown_photos(), known).first()


def count_by(column: str) -> dict[int, int]:
    """How many public products there are by one of COLUMNS, in its order; 0 stands for none.
    Read from an index.
    """
    rows = Listing.objects.public().filter(**{f"{column}__isnull": False}).values_list(column)
    return dict(sorted(rows.annotate(n=Count("*")).order_by()))


def values_of(column: str) -> list[int]:
    """Which values public products have in one of COLUMNS, in order: an index is asked once for each."""
    if column not in COLUMNS:
        raise ValueError(column)
    with connection.cursor() as cursor:
        cursor.execute(_VALUES.format(column=column))
        return [row[0] for row in cursor.fetchall()]


_VALUES = """
WITH RECURSIVE known(n) AS (
  SELECT min({column}) FROM products_listing WHERE recognition_id IS NOT NULL
  UNION ALL
  SELECT (SELECT min({column}) FROM products_listing WHERE recognition_id IS NOT NULL AND {column} > known.n)
  FROM known WHERE known.n IS NOT NULL
)
SELECT n FROM known WHERE n IS NOT NULL
"""


def listed_producers() -> QuerySet[Producer]:
    """Producers with at least one public product: only these have a public page."""
    recognised = Listing.objects.public().filter(producer=OuterRef("pk"))
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
