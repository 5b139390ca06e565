"""Reads of the register that exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Q, QuerySet

from ocop.foundation.places.models import Place
from ocop.kernel.tables import ReadRow
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import core_name
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES
from ocop.registers.recognitions.models import Entered
from ocop.registers.recognitions.rules import KnownRecognition, ProducerRef, ProductRef, Register

PART = 5_000


def on_record() -> Register:
    """Every producer, product and recognition on record, to hold rows against: three statements."""
    return _register(Producer.objects, Product.objects, _known())


def near(row: ReadRow) -> Register:
    """What is on record that one row can mean or be like, found by indexes: the product of its code, the
    producer of its number, producers with most words of its holder's name, what these have made.
    """
    code, number = row.values.get("product_code") or "", row.text("registration_no")
    coded = list(_known().filter(product_code=code).values_list("product", flat=True)) if code else []
    numbered = Producer.objects.filter(registration_no=number).exclude(registration_no="")
    cores = {core_name(name) for name in (row.text("holder"), *numbered.values_list("name", flat=True))}
    found = {*numbered.values_list("pk", flat=True)}
    found |= {*Product.objects.filter(pk__in=coded).values_list("producer", flat=True)}
    for words in {question for core in cores for question in _questions(core)}:
        found |= {*Producer.objects.filter(search_text__finds=words).values_list("pk", flat=True)}
    producers = Producer.objects.filter(pk__in=found)
    same = [pk for pk, name in producers.values_list("pk", "name") if core_name(name) in cores]
    products = Product.objects.filter(Q(producer__in=same) | Q(pk__in=coded))
    return _register(producers, products, _known().filter(product__in=products.values("pk")))


def _questions(core: str) -> list[str]:
    """What finds every name that is like this one: its words but two neighbours, of which one may be misspelt
    or their blank lost; of two words the beginning of either. One word alone may be misspelt anywhere: all.
    """
    words = core.split()
    if len(words) < 2:
        return [""]
    if len(words) < 3:
        return [word[: (len(word) + 1) // 2] for word in words]
    return [" ".join(words[:place] + words[place + 2 :]) for place in range(len(words) - 1)]


def _known() -> QuerySet[Recognition]:
    return Recognition.objects.filter(status_code__in=PUBLIC_STATUSES)


def _register(owners: Any, made: Any, known: QuerySet[Recognition]) -> Register:
    register = Register()
    producers: dict[int, ProducerRef] = {}
    for pk, name, commune, number in _rows(owners, "pk", "name", "commune_id", "registration_no"):
        producers[pk] = ProducerRef(name, commune, number, pk)
        register.add_producer(producers[pk])
    products: dict[int, ProductRef] = {}
    for pk, name, producer in _rows(made, "pk", "name", "producer_id"):
        products[pk] = ProductRef(name, producers[producer], pk)
        register.add_product(products[pk])
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
