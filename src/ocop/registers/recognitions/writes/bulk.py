"""Rows of the register as producers, products and recognitions, very many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.places.models import Place
from ocop.kernel.law import Regulation
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import Source
from ocop.registers.producers.writes import search_text as words_of_producer
from ocop.registers.products.models import Product, Recognition, RecognitionEvent
from ocop.registers.products.rules import EventKind, Precision, RecordStatus
from ocop.registers.products.selectors import regulation_on
from ocop.registers.products.writes import list_anew, search_text
from ocop.registers.recognitions.models import Entered, RegisterImport
from ocop.registers.recognitions.rules import Match, ProducerRef, ProductRef, form_of, set_of
from ocop.registers.recognitions.writes.slugs import Slugs

PART = 1_000
Progress = Callable[[int, int], None]


def silent(_done: int, _all: int) -> None:
    """Nobody looks."""


@dataclass
class Written:
    """What was entered, by the order of the matches."""

    recognitions: list[int] = field(default_factory=list)
    products: int = 0
    producers: int = 0


@dataclass
class _Entering:
    source: RegisterImport | None
    doubts: dict[int, list[Any]]
    by: Person | None
    at: datetime
    regulation: Regulation | None
    slugs: tuple[Slugs, Slugs]
    producers: dict[ProducerRef, Producer] = field(default_factory=dict)


def enter_rows(
    matches: Sequence[Match],
    *,
    source: RegisterImport | None,
    doubts: dict[int, list[Any]],
    by: Person | None,
    at: datetime,
    today: date,
    progress: Progress = silent,
) -> Written:
    """Enters new rows, a part at a time, in the act's transaction, and brings lists up to date.

    A newer recognition replaces from its first day the one before that still ran then.
    """
    slugs = Slugs(Producer.objects), Slugs(Product.objects)
    work = _Entering(source, doubts, by, at, regulation_on(today), slugs)
    written, done = Written(), 0
    for start in range(0, len(matches), PART):
        part = matches[start : start + PART]
        written.producers += _enter_producers(work, part)
        written.products += _enter_products(work, part)
        made = _enter_recognitions(work, part)
        list_anew(one.product_id for one in made)
        written.recognitions += [one.pk for one in made]
        done += len(part)
        progress(done, len(matches))
    return written


def _enter_producers(work: _Entering, part: Iterable[Match]) -> int:
    new: dict[ProducerRef, Producer] = {}
    mine = [match for match in part if match.is_new_producer]
    work.slugs[0].look_up(match.product.producer.name for match in mine)
    for match in mine:
        ref = match.product.producer
        row, place = match.row, match.row.values.get("place")
        owner = Producer(
            name=ref.name, legal_form=form_of(row.text("holder_form"), ref.name), commune=place,
            registration_no=row.text("registration_no"), phone=row.values.get("phone") or "",
            slug=work.slugs[0].free(ref.name), source=Source.REGISTER, created_at=work.at,
        )  # fmt: skip
        owner.search_text = words_of_producer(owner)
        new[ref] = owner
    Producer.objects.bulk_create(new.values())
    for ref, owner in new.items():
        ref.pk = owner.pk
    work.producers = new
    return len(new)


def _enter_products(work: _Entering, part: Iterable[Match]) -> int:
    wanted = {match.product.producer.pk for match in part if match.is_new_product}
    new_ones = {owner.pk: owner for owner in work.producers.values()}
    owners = new_ones | Producer.objects.select_related("commune").in_bulk(wanted - new_ones.keys())
    new: dict[ProductRef, Product] = {}
    work.slugs[1].look_up(match.row.text("name") for match in part if match.is_new_product)
    for match in part:
        if match.is_new_product:
            new[match.product] = _product(work, match, owners[match.product.producer.pk])
    Product.objects.bulk_create(new.values())
    for ref, product in new.items():
        ref.pk = product.pk
    return len(new)


def _product(work: _Entering, match: Match, owner: Producer) -> Product:
    row, place = match.row, match.row.values.get("place")
    number = set_of(row.text("set"), work.regulation.sets) if work.regulation else None
    product = Product(
        producer=owner, name=row.text("name"), slug=work.slugs[1].free(row.text("name")), set_number=number,
        regulation_code=work.regulation.code if work.regulation and number else "",
        commune=place if _is_elsewhere(place, owner) else None, source=Source.REGISTER, created_at=work.at,
    )  # fmt: skip
    product.search_text = search_text(product)
    return product


def _is_elsewhere(place: Place | None, owner: Producer) -> bool:
    return place is not None and place.pk != owner.commune_id


def _enter_recognitions(work: _Entering, part: Sequence[Match]) -> list[Recognition]:
    made = [Recognition(product_id=match.product.pk, **facts_of(match)) for match in part]
    Recognition.objects.bulk_create(made)
    ended = _replace_earlier({one.product_id for one in made}, {one.pk for one in made})
    Entered.objects.bulk_create(
        _entered(work, match, one, ended.get(one.pk)) for match, one in zip(part, made, strict=True)
    )
    return made


def _entered(work: _Entering, match: Match, one: Recognition, replaced: RecognitionEvent | None) -> Entered:
    row = match.row
    return Entered(
        recognition=one, source=work.source, row=row.number, name=row.text("name"),
        holder=row.text("holder"), place=row.text("place"), set_words=row.text("set"),
        doubts=work.doubts.get(row.number, []), makes_product=match.is_new_product,
        makes_producer=match.is_new_producer, replaced=replaced, at=work.at, by=work.by,
    )  # fmt: skip


def facts_of(match: Match) -> dict[str, Any]:
    """The columns of a recognition. Its authority, number and code stay as they are printed."""
    row = match.row
    first, last = row.day("valid_from"), row.day("valid_until")
    decided_on, code = row.day("decided_on"), row.values.get("product_code") or ""
    known = decided_on or first
    return {
        "stars": row.values["stars"], "authority": row.text("authority"), "number": row.text("decision_no"),
        "year": known.year if known else int(code[-4:] or 0), "decided_on": decided_on,
        "date_precision": Precision.DAY if known else Precision.YEAR,
        "valid_from": first if last else None, "expires_on": last if first else None,
        "product_code": code, "status_code": RecordStatus.RECOGNISED,
    }  # fmt: skip


def _replace_earlier(products: set[int], made: set[int]) -> dict[int, RecognitionEvent]:
    """Of each new recognition what it did to the one before it."""
    rows = Recognition.objects.filter(product__in=products, status_code=RecordStatus.RECOGNISED)
    rows = rows.filter(valid_from__isnull=False).order_by("product", "valid_from", "pk")
    by_product: dict[int, list[Recognition]] = {}
    for one in rows.prefetch_related("events"):
        by_product.setdefault(one.product_id, []).append(one)
    pairs = [pair for known in by_product.values() for pair in _running(known, made)]
    events = [
        RecognitionEvent(recognition=before, on=begins, kind=EventKind.REPLACED)
        for before, _after, begins in pairs
    ]
    RecognitionEvent.objects.bulk_create(events)
    return {after.pk: event for (_before, after, _on), event in zip(pairs, events, strict=True)}


def _running(known: list[Recognition], made: set[int]) -> Iterator[tuple[Recognition, Recognition, date]]:
    """Neighbours of which one is new and the earlier still ran when the later began."""
    for before, after in pairwise(known):
        if before.pk not in made and after.pk not in made:
            continue
        begins, ends = after.valid_from, before.expires_on
        if begins is None or ends is None or ends < begins:
            continue
        if all(event.kind != EventKind.REPLACED for event in before.events.all()):
            yield before, after, begins
