"""Products that got the logo: recognitions of the years asked for which a label kit was issued."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Min, OuterRef, QuerySet, Subquery

from ocop.casework.support.selectors import kits
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.recognitions import (
    recognised_of_years,
    record_of_recognition,
    with_product,
)


def with_kits(kinds: Sequence[str]) -> Callable[[Extent], QuerySet[Any]]:
    """Recognitions of the target's years (else of the plan's) with a kit issued in the period,
    each product once.
    """

    def rows(extent: Extent) -> QuerySet[Any]:
        issued = kits(first=extent.first, last=extent.last, place=extent.place).filter(
            activity__kind__in=kinds
        )
        low, high = extent.recognition_years or (extent.year, extent.year)
        of_years = issued.filter(recognition__year__gte=low, recognition__year__lte=high).order_by()
        mine = of_years.filter(recognition__product=OuterRef("product"))
        first = mine.values("recognition__product").annotate(first=Min("recognition"), on=Min("issued_on"))
        found = recognised_of_years(extent).filter(pk=Subquery(first.values("first")))
        return with_product(found.annotate(issued_on=Subquery(first.values("on")))).order_by(
            "issued_on", "pk"
        )

    return rows


def record_of_kit(row: Any) -> Record:
    """The product, dated by its first kit."""
    said = record_of_recognition(row)
    return Record(said.id, said.label, said.address, row.issued_on, said.detail)
