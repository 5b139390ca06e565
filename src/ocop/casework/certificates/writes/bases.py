"""What taking back and annulling share: the paper they rest on, who is told; nobody is asked here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import transition
from ocop.foundation.documents.actions import file_paper, store
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Product
from ocop.registers.programme.models import Programme


def basis_of(
    number: str, day: date, issuer: str, *, subject: str, file: Any, owner: str, by: Person, at: datetime
) -> Paper:
    """The paper on which a case rests, on record; one that is there already is taken."""
    known = paper_numbered(number, issuer=issuer, year=day.year)
    if known is not None and known.issued_on == day:
        return known
    return file_paper(
        kind=PaperKind.OTHER,
        number=number,
        issued_on=day,
        issuer=issuer,
        subject=subject,
        by=by,
        at=at,
        file=store(file, owner=owner, by=by, at=at) if file else None,
    )


def ensure_open(case: Any, move: str, *, by: Person, at: datetime) -> None:
    """Refuses as the move itself will, before any paper is put on record."""
    if case.state not in case.workflow.move(move).sources:
        transition(case, move, by=by, at=at)


def told_of(
    products: Iterable[tuple[Product, str]], programme: Programme, at: datetime
) -> dict[Any, list[tuple[Product, str]]]:
    """Who learns of a decision about these products, each with those that concern the person: their
    producers, the communes of these, the officers of the province.
    """
    told: dict[Any, list[tuple[Product, str]]] = {}
    rows = list(products)
    for product, name in rows:
        producer = product.producer
        people = {*people_of(producer, at)}
        if producer.commune is not None:
            people |= {*people_holding(Role.COMMUNE_OFFICER, at, place=producer.commune)}
        for person in people:
            told.setdefault(person, []).append((product, name))
    for person in people_holding(Role.PROVINCE_OFFICER, at, place=programme.province):
        told.setdefault(person, rows)
    return told
