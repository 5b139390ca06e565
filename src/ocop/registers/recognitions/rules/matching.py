"""Which rows are on record already, which say otherwise, which are new. No database."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ocop.kernel.tables import ReadRow
from ocop.kernel.text import fold
from ocop.registers.producers.rules import core_name
from ocop.registers.recognitions.rules.likeness import Alike


class Outcome(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    KNOWN = "known"
    OTHERWISE = "otherwise"


def spelt(name: str) -> str:
    """A name as two are held against each other: letters with their marks, whatever the case."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


@dataclass(eq=False)
class ProducerRef:
    """A producer on record (`pk`), or one that the table brings."""

    name: str
    commune: int | None
    registration_no: str = ""
    pk: int = 0


@dataclass(eq=False)
class ProductRef:
    """A product on record (`pk`), or one that the table brings, with its recognitions."""

    name: str
    producer: ProducerRef
    pk: int = 0
    recognitions: list[KnownRecognition] = field(default_factory=list)


@dataclass(eq=False)
class KnownRecognition:
    """What is on record of a recognition, or was said by an earlier row (`row`)."""

    product: ProductRef
    stars: int | None
    number: str
    decided_on: date | None
    valid_from: date | None
    expires_on: date | None
    code: str = ""
    authority: str = ""
    row: int = 0


@dataclass(frozen=True)
class Match:
    """A row and what becomes of it; `differs` names what is on record otherwise, `alike` what it is like."""

    row: ReadRow
    outcome: Outcome
    product: ProductRef
    is_new_product: bool = False
    is_new_producer: bool = False
    differs: tuple[tuple[str, str], ...] = ()
    alike: tuple[str, ...] = ()


@dataclass
class Found:
    """All rows of a table."""

    matches: list[Match] = field(default_factory=list)

    def of(self, outcome: Outcome) -> list[Match]:
        """Those with this outcome."""
        return [one for one in self.matches if one.outcome is outcome]


class Register:
    """What is on record, and what the rows before have brought."""

    def __init__(self) -> None:
        self._by_number: dict[str, ProducerRef] = {}
        self._by_name: dict[tuple[str, int | None], ProducerRef] = {}
        self._products: dict[tuple[ProducerRef, str], ProductRef] = {}
        self._by_code: dict[str, KnownRecognition] = {}
        self._alike_producers, self._alike_products = Alike(), Alike()

    def add_producer(self, one: ProducerRef) -> None:
        """A producer on record."""
        if one.registration_no:
            self._by_number.setdefault(one.registration_no, one)
        self._by_name.setdefault((spelt(one.name), one.commune), one)
        self._alike_producers.add("", core_name(one.name))

    def add_product(self, one: ProductRef) -> None:
        """A product on record."""
        self._products.setdefault((one.producer, spelt(one.name)), one)
        self._alike_products.add(core_name(one.producer.name), one.name)

    def add_recognition(self, one: KnownRecognition) -> None:
        """A recognition on record."""
        one.product.recognitions.append(one)
        if one.code:
            self._by_code.setdefault(one.code, one)

    def take(self, row: ReadRow, commune: int | None) -> Match:
        """What becomes of the next row; a new one is on record for those after it."""
        if (known := self._by_code.get(row.values.get("product_code") or "")) is not None:
            differs = _differs(row, known, is_same_code=True)
            return Match(row, Outcome.OTHERWISE if differs else Outcome.KNOWN, known.product, differs=differs)
        producer = self._producer(row, commune)
        product = self._products.get((producer, spelt(row.text("name")))) if producer else None
        for known in product.recognitions if product else ():
            if _is_one_decision(row, known):
                differs = _differs(row, known)
                outcome = Outcome.OTHERWISE if differs else Outcome.KNOWN
                return Match(row, outcome, known.product, differs=differs)
        return self._bring(row, commune, producer, product)

    def _producer(self, row: ReadRow, commune: int | None) -> ProducerRef | None:
        number = row.text("registration_no")
        if number and number in self._by_number:
            return self._by_number[number]
        found = self._by_name.get((spelt(row.text("holder")), commune))
        if found and number and found.registration_no and found.registration_no != number:
            return None  # of the same name and place, but registered apart
        return found

    def _bring(
        self, row: ReadRow, commune: int | None, producer: ProducerRef | None, product: ProductRef | None
    ) -> Match:
        alike, is_new_producer, is_new_product = [], producer is None, product is None
        if producer is None:
            alike.append(self._alike_producers.find("", core_name(row.text("holder"))))
            producer = ProducerRef(row.text("holder"), commune, row.text("registration_no"))
        elif spelt(producer.name) != spelt(row.text("holder")):
            alike.append(producer.name)
        if product is None:
            alike.append(self._alike_products.find(core_name(producer.name), row.text("name")))
            product = ProductRef(row.text("name"), producer)
        if is_new_producer:
            self.add_producer(producer)
        if is_new_product:
            self.add_product(product)
        self.add_recognition(_said(row, product))
        return Match(
            row, Outcome.CREATED, product, is_new_product, is_new_producer,
            alike=tuple(dict.fromkeys(name for name in alike if name)),
        )  # fmt: skip


def _said(row: ReadRow, product: ProductRef) -> KnownRecognition:
    return KnownRecognition(
        product, row.values["stars"], row.text("decision_no"), row.day("decided_on"), row.day("valid_from"),
        row.day("valid_until"), row.values.get("product_code") or "", row.text("authority"), row.number,
    )  # fmt: skip


def _is_one_decision(row: ReadRow, known: KnownRecognition) -> bool:
    """Whether the row and a recognition of the same product speak of one decision: by number and day, where
    both say these; a decision without either is told by its term, and by nothing else.
    """
    number, day = row.text("decision_no"), row.day("decided_on")
    if number and known.number and _plain(number) != _plain(known.number):
        return False
    if day and known.decided_on:
        return day == known.decided_on
    if number and known.number:
        return day is None or known.valid_from is None or known.valid_from == row.day("valid_from")
    return (known.valid_from, known.expires_on) == (row.day("valid_from"), row.day("valid_until"))


def _differs(
    row: ReadRow, known: KnownRecognition, *, is_same_code: bool = False
) -> tuple[tuple[str, str], ...]:
    """What both say, and say differently: the field with what is on record."""
    name, holder = known.product.name, known.product.producer.name
    pairs: list[tuple[str, object, object, object]] = [
        ("stars", row.values["stars"], known.stars, known.stars),
        ("product_code", row.values.get("product_code"), known.code, known.code),
        ("decision_no", _plain(row.text("decision_no")), _plain(known.number), known.number),
        ("decided_on", row.day("decided_on"), known.decided_on, known.decided_on),
        ("valid_until", row.text("valid_until") and row.day("valid_until"), known.expires_on,
         known.expires_on),
    ]  # fmt: skip
    if is_same_code:
        pairs.insert(0, ("holder", core_name(row.text("holder")), core_name(holder), holder))
        pairs.insert(0, ("name", fold(row.text("name")), fold(name), name))
    return tuple(
        (key, f"{shown:%d/%m/%Y}" if isinstance(shown, date) else str(shown))
        for key, said, stored, shown in pairs
        if said and stored and said != stored
    )


def _plain(number: str) -> str:
    return fold(number).replace(" ", "")
