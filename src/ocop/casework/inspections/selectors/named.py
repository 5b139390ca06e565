"""Recognitions by what people type: codes of products and certificates, names in addresses."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from ocop.kernel.codes import CodeError, ProductCode, is_certificate_code, normalise_crockford
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import bearing, current_recognition


@dataclass(frozen=True)
class Named:
    """What the typed lines named: recognitions in their order, each once; lines that named nothing."""

    found: list[Recognition]
    unknown: list[str]


def named(text: str, *, person: Any, at: datetime) -> Named:
    """One product a line, of the ground of the person's office. Of several recognitions with one code, and of
    those of one product, the one that holds, else the newest. As many statements for any number of lines.
    """
    today, own = timezone.localdate(at), Product.objects.on_desk_of(person, at)
    found: dict[int, Recognition] = {}
    unknown = []
    lines = dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip())
    known = _borne(list(lines), own)
    for line in lines:
        one = current_recognition(known[line], today)
        if one is None:
            unknown.append(line)
        else:
            found.setdefault(one.pk, one)
    return Named(list(found.values()), unknown)


def _borne(lines: list[str], own: Any) -> dict[str, list[Recognition]]:
    """For each line the recognitions that bear its code, or whose product has it as its name in addresses,
    the newest first.
    """
    asked = {line: _columns(line) for line in lines}
    wanted: dict[str, set[str]] = {"certificate_code": set(), "product_code": set(), "product__slug": set()}
    for columns in asked.values():
        for name, value in columns:
            wanted[name].add(value)
    any_of = Q()
    for name, values in wanted.items():
        any_of |= Q(**{f"{name}__in": values})
    rows = Recognition.objects.filter(any_of, product__in=own).order_by("-pk")
    found: dict[tuple[str, str | None], list[Recognition]] = defaultdict(list)
    for one in rows.select_related("product__producer__commune").prefetch_related("events"):
        found["certificate_code", one.certificate_code].append(one)
        found["product_code", one.product_code].append(one)
        found["product__slug", one.product.slug].append(one)
    return {line: _once([found[key] for key in columns if key in found]) for line, columns in asked.items()}


def _once(groups: list[list[Recognition]]) -> list[Recognition]:
    return sorted({one.pk: one for group in groups for one in group}.values(), key=lambda one: -one.pk)


def _columns(line: str) -> list[tuple[str, str]]:
    """In which columns a line may stand, and how it is spelled there."""
    found = []
    if is_certificate_code(line):
        found.append(("certificate_code", normalise_crockford(line)))
    else:
        with suppress(CodeError):
            found.append(("product_code", str(ProductCode.parse(line))))
    if line.isascii() and line == line.lower() and not line[:1].isdecimal():
        found.append(("product__slug", line))
    return found


def recognition_bearing(code: str, today: Any) -> Recognition | None:
    """The recognition that a shopper's code means, wherever it is; None for one that was never issued."""
    rows = list(bearing(code).select_related("product").prefetch_related("events"))
    return current_recognition(rows, today)
