"""Recognitions by the codes that people type, whether they can be taken back, and lists of others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ocop.casework.revocation.models import Revocation, RevocationItem
from ocop.casework.revocation.rules import TAKEN_BACK
from ocop.casework.revocation.states import RevocationState
from ocop.registers.products.labels import STANDINGS
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import bearing, standing_of

RUNNING = (RevocationState.PREPARED, RevocationState.VERIFIED, RevocationState.SENT)


@dataclass(frozen=True)
class Named:
    """What the typed codes named: recognitions in their order, each once; lines that named nothing."""

    found: list[Recognition]
    unknown: list[str]


def named(text: str, *, person: Any, at: datetime) -> Named:
    """One code of a product or certificate a line, of products in the ground of the person's office. Of
    several recognitions with one code the one that holds, else the newest.
    """
    today = timezone.localdate(at)
    own = Product.objects.on_desk_of(person, at)
    found: dict[int, Recognition] = {}
    unknown = []
    for line in dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()):
        known = bearing(line).filter(product__in=own).select_related("product__producer")
        rows = list(known.prefetch_related("events__paper"))
        holding = [row for row in rows if not why_not(row, today)]
        one = next(iter([*holding, *rows]), None)
        if one is None:
            unknown.append(line)
        else:
            found.setdefault(one.pk, one)
    return Named(list(found.values()), unknown)


def why_not(recognition: Recognition, on: date) -> str:
    """Why a decision of this day cannot take the recognition back, in words; empty where it can."""
    kind = standing_of(recognition, on).kind
    return "" if TAKEN_BACK[kind] else str(STANDINGS[kind])


def items_of(revocation: Revocation) -> list[RevocationItem]:
    """Its products in their order, with what is shown of each. Three statements."""
    rows = revocation.items.select_related("recognition__product__producer__commune__parent__parent")
    return list(rows.prefetch_related("recognition__events__paper"))


def running_with(recognitions: Iterable[Recognition]) -> RevocationItem | None:
    """A product of these that another revocation is about which has not ended."""
    rows = RevocationItem.objects.filter(
        recognition__in=[one.pk for one in recognitions], revocation__state__in=RUNNING
    )
    return rows.select_related("revocation").first()
