"""Reads of extensions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop.casework.renewals.labels import BARS
from ocop.casework.renewals.models import Extension, ExtensionItem
from ocop.casework.renewals.selectors.terms import bars
from ocop.casework.renewals.states import ExtensionState
from ocop.registers.products.models import Recognition


def items_of(extension: Extension) -> list[ExtensionItem]:
    """Its products in their order, with what is shown of each."""
    rows = extension.items.select_related("recognition__product__producer")
    return list(rows.prefetch_related("recognition__events"))


def mark_left_out(items: Iterable[ExtensionItem], on: date) -> None:
    """Says of each item, without writing it, why a decision of a day cannot extend it."""
    known = list(items)
    found = bars([item.recognition for item in known], on)
    for item in known:
        bar = found[item.recognition_id]
        item.left_out = "" if bar is None else str(BARS[bar])


def running_with(recognitions: Iterable[Recognition]) -> ExtensionItem | None:
    """A product of these that another extension is about which is not signed yet."""
    keys = [one.pk for one in recognitions]
    rows = ExtensionItem.objects.filter(recognition__in=keys, extension__state=ExtensionState.PREPARED)
    return rows.first()
