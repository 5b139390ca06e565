"""Reads of products that others share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem
from ocop.kernel.calendar import CertificateEvent
from ocop.kernel.codes import CodeError, ProductCode, is_certificate_code, normalise_crockford
from ocop.kernel.law import Regulation, load_regulations
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products.models import Photo, Product, Recognition, RecognitionEvent
from ocop.registers.products.rules import PUBLIC_STATUSES, EventKind, Standing, StandingKind, standing

__all__ = [
    "PUBLIC_STATUSES",
    "bearing",
    "current_recognition",
    "missing_facts",
    "products_of",
    "products_shown_of",
    "public_products",
    "public_recognitions",
    "regulation_on",
    "shown_photos",
    "standing_of",
    "standings_told",
    "still_good",
    "waiting",
]

_endings: list[Callable[[Product], Any]] = []


def register_ending(ended: Callable[[Product], Any]) -> None:
    """Lets a package above say that the holder of a product has ended: what it gives has the `paper` that
    says so.
    """
    if ended not in _endings:
        _endings.append(ended)


def holder_ended(product: Product) -> Any:
    """What was recorded of the end of its holder; None while nothing was."""
    return next((found for ended in _endings if (found := ended(product)) is not None), None)


def regulation_on(day: date) -> Regulation | None:
    """The regulation whose classification is in force on a day; the newest where there are several."""
    found = [
        regulation
        for regulation in load_regulations().values()
        if regulation.leaves
        and regulation.effective_from <= day
        and (regulation.effective_to is None or day <= regulation.effective_to)
    ]
    return found[-1] if found else None


def bearing(code: str) -> QuerySet[Recognition]:
    """The recognitions that bear a code as somebody typed it, the newest first.

    It is the code of a certificate, or of a product with four or five parts; none where it is neither.
    """
    rows = Recognition.objects.order_by("-pk")
    if is_certificate_code(code):
        return rows.filter(certificate_code=normalise_crockford(code))
    try:
        return rows.filter(product_code=str(ProductCode.parse(code)))
    except CodeError:
        return rows.none()


def missing_facts(product: Product) -> list[str]:
    """Which pages of the product's facts still lack what a dossier needs, as keys of `labels.SECTIONS`."""
    lacks = {
        "classification": product.set_number is None,
        "photos": not product.photos.filter(is_withdrawn=False).exists(),
        "description": not product.description.strip(),
    }
    return [key for key, is_missing in lacks.items() if is_missing]


def waiting(person: Any, at: datetime) -> list[Pile]:
    """Products of this person that still lack a set, a photograph or a description."""
    shown = Photo.objects.filter(product=OuterRef("pk"), is_withdrawn=False)
    own = Product.objects.filter(producer__in=producers_acted_for(who_is(person, at)))
    lacking = own.filter(Q(set_number__isnull=True) | Q(description="") | ~Exists(shown))
    facts = {"slug": "slug", "name": "name", "producer": "producer__name"}
    title, url = _("Sản phẩm còn thiếu thông tin"), reverse("products:own")
    return [Pile("products.facts", title, url, lacking.order_by("name", "pk"), facts, _item)]


def _item(row: Facts) -> WaitingItem:
    product = Product(slug=row["slug"], name=row["name"])
    return WaitingItem(product.name, row["producer"], product.get_absolute_url())


def standing_of(recognition: Recognition, on: date) -> Standing:
    """The standing of a recognition on a day; its events must be prefetched where many are asked."""
    events = [event.as_event() for event in recognition.events.all()]
    return standing(recognition.status_code, recognition.valid_from, recognition.expires_on, events, on)


def standings_told(
    recognitions: Iterable[int],
    statuses: Iterable[str],
    starts: Iterable[date | None],
    ends: Iterable[date | None],
) -> list[StandingKind]:
    """The standing today of many recognitions, given by columns; one statement for their events."""
    ids, today = list(recognitions), timezone.localdate()
    happened: dict[int, list[CertificateEvent]] = {}
    events = RecognitionEvent.objects.filter(recognition__in=ids).values_list("recognition", "on", "kind")
    for pk, on, kind in events:
        happened.setdefault(pk, []).append(CertificateEvent(on, EventKind(kind)))
    return [
        standing(status, start, end, happened.get(pk, ()), today).kind
        for pk, status, start, end in zip(ids, statuses, starts, ends, strict=True)
    ]


def still_good(products: Iterable[int], on: date) -> dict[int, StandingKind]:
    """Of products whose newest recognition does not hold: how an older one does, for those that have one.

    Two statements for any number of them. After its term only an extension lets one hold.
    """
    extended = RecognitionEvent.objects.filter(recognition=OuterRef("pk"), kind=EventKind.EXTENDED)
    older = Recognition.objects.filter(
        Q(expires_on__gte=on) | Exists(extended),
        product__in=list(products),
        status_code__in=PUBLIC_STATUSES,
        valid_from__lte=on,
    ).exclude(pk=F("product__listing__recognition"))
    found = ((one.product_id, standing_of(one, on)) for one in older.prefetch_related("events").reverse())
    return {product: one.kind for product, one in found if one.is_good}


def products_of(person: Any, at: datetime) -> QuerySet[Product]:
    """The products of the producers for which this person may act."""
    return Product.objects.filter(producer__in=producers_of(person, at)).select_related("producer", "commune")


def products_shown_of(producer: Producer) -> QuerySet[Product]:
    """What the page of a producer shows of its products: each with its photographs."""
    return producer.products.prefetch_related(shown_photos())


def shown_photos() -> Prefetch:
    """Prefetch of a product's photographs that are shown, as `shown_photos`."""
    return Prefetch(
        "photos", Photo.objects.filter(is_withdrawn=False).select_related("file"), to_attr="shown_photos"
    )


def public_recognitions() -> Prefetch:
    """Prefetch of the recognitions that the public sees, newest first, with events,
    as `public_recognitions`.
    """
    return Prefetch(
        "recognitions",
        Recognition.objects.filter(status_code__in=PUBLIC_STATUSES).prefetch_related("events"),
        to_attr="public_recognitions",
    )


def public_products() -> QuerySet[Product]:
    """Products of the public catalogue: those with at least one recognition on record."""
    return (
        Product.objects.filter(listing__recognition__isnull=False)
        .select_related("producer", "commune", "commune__parent")
        .prefetch_related(shown_photos(), public_recognitions())
    )


def current_recognition(recognitions: Iterable[Recognition], on: date) -> Recognition | None:
    """The recognition that a page shows first: one that holds today, else the newest."""
    ordered = list(recognitions)
    return next((r for r in ordered if standing_of(r, on).is_good), ordered[0] if ordered else None)
