"""Reads of the register that exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F

from ocop.foundation.places.models import Place
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES
from ocop.registers.recognitions.models import Entered
from ocop.registers.recognitions.rules import KnownRecognition, ProducerRef, ProductRef, Register

PART = 5_000


def on_record() -> Register:
    """Every producer, product and recognition on record, to hold rows against: three statements."""
    register = Register()
    producers: dict[int, ProducerRef] = {}
    for pk, name, commune, number in _rows(Producer.objects, "pk", "name", "commune_id", "registration_no"):
        producers[pk] = ProducerRef(name, commune, number, pk)
        register.add_producer(producers[pk])
    products: dict[int, ProductRef] = {}
    for pk, name, producer in _rows(Product.objects, "pk", "name", "producer_id"):
        products[pk] = ProductRef(name, producers[producer], pk)
        register.add_product(products[pk])
    known = Recognition.objects.filter(status_code__in=PUBLIC_STATUSES)
    for product, *facts in _rows(
        known, "product_id", "stars", "number", "decided_on", "valid_from", "expires_on", "product_code",
        "authority",
    ):  # fmt: skip
        register.add_recognition(KnownRecognition(products[product], *facts))
    return register


def _rows(rows: Any, *columns: str) -> Iterator[tuple[Any, ...]]:
    found: Iterator[tuple[Any, ...]] = rows.order_by("pk").values_list(*columns).iterator(PART)
    return found


def entered_bearing(code: str) -> Entered | None:
    """The newest recognition entered from paper that bears a product code in its stored spelling, for
    everyone.
    """
    rows = Entered.objects.filter(
        recognition__product_code=code, recognition__status_code__in=PUBLIC_STATUSES
    ).select_related("recognition__product__producer")
    newest = F("recognition__decided_on").desc(nulls_last=True)
    return rows.prefetch_related("recognition__events__paper").order_by(newest, "-pk").first()


def place_of_today(entered: Entered) -> Place | None:
    """Where it is made, by the unit of today; None where that is not known."""
    listing = getattr(entered.recognition.product, "listing", None)
    return listing.commune if listing else None
