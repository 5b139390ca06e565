"""Recognitions by what people type: codes of products and certificates, names in addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import bearing, current_recognition


@dataclass(frozen=True)
class Named:
    """What the typed lines named: recognitions in their order, each once; lines that named nothing."""

    found: list[Recognition]
    unknown: list[str]


def named(text: str, *, person: Any, at: datetime) -> Named:
    """One product a line, of the ground of the person's office. Of several recognitions with one code, and of
    those of one product, the one that holds, else the newest.
    """
    today, own = timezone.localdate(at), Product.objects.on_desk_of(person, at)
    found: dict[int, Recognition] = {}
    unknown = []
    for line in dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()):
        rows = bearing(line).filter(product__in=own)
        if line.isascii() and line == line.lower() and not line[:1].isdecimal():
            rows = rows | Recognition.objects.filter(product__slug=line, product__in=own)
        known = list(rows.select_related("product__producer__commune").prefetch_related("events"))
        one = current_recognition(known, today)
        if one is None:
            unknown.append(line)
        else:
            found.setdefault(one.pk, one)
    return Named(list(found.values()), unknown)


def recognition_bearing(code: str, today: Any) -> Recognition | None:
    """The recognition that a shopper's code means, wherever it is; None for one that was never issued."""
    rows = list(bearing(code).select_related("product").prefetch_related("events"))
    return current_recognition(rows, today)
