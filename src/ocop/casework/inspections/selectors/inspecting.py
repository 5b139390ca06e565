"""An inspection as its pages show it: lines, what is written so far, photographs, approved pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ocop.casework.inspections.models import FindingPhoto, Inspection, InspectionItem
from ocop.casework.inspections.rules.checklist import Line, Result, lines
from ocop.registers.products.models import Photo
from ocop.registers.products.rules import PhotoKind


@dataclass(frozen=True)
class Seen:
    """One line of one product as it is written so far."""

    item: InspectionItem
    line: Line
    result: str = ""
    note: str = ""
    photos: list[FindingPhoto] = field(default_factory=list)

    @property
    def is_bad(self) -> bool:
        """Whether something must be corrected."""
        return self.result == Result.NOT_KEPT

    @property
    def name(self) -> str:
        """What its boxes are called by: item and line."""
        return f"{self.item.position}_{self.line.code}"


def items_of(inspection: Inspection) -> list[InspectionItem]:
    """Its products in their order, with what is shown of each. Two statements."""
    rows = inspection.items.select_related("recognition__product__producer")
    return list(rows.prefetch_related("findings"))


def lines_of(item: InspectionItem) -> tuple[Line, ...]:
    """What is looked at for a product."""
    product = item.recognition.product
    return lines(product.regulation_code, product.set_number)


def seen_of(inspection: Inspection) -> list[Seen]:
    """Every line of every product with what is written and the photographs. Three statements."""
    photos: dict[tuple[int, str], list[FindingPhoto]] = {}
    for photo in FindingPhoto.objects.filter(item__inspection=inspection).select_related("file"):
        photos.setdefault((photo.item_id, photo.line), []).append(photo)
    typed: dict[str, Any] = inspection.typed
    found = []
    for item in items_of(inspection):
        for line in lines_of(item):
            name = f"{item.position}_{line.code}"
            found.append(
                Seen(
                    item, line,
                    typed.get(f"result_{name}") or "", typed.get(f"note_{name}") or "",
                    photos.get((item.pk, line.code), []),
                )
            )  # fmt: skip
    return found


def approved_photos(items: list[InspectionItem]) -> dict[int, list[Photo]]:
    """The pictures of packaging and label as they were recognised, by product: to compare with (MARK-3)."""
    kinds = [kind for kind in PhotoKind if kind != PhotoKind.PRODUCT]
    rows = Photo.objects.filter(
        product__in=[item.recognition.product_id for item in items], is_withdrawn=False, kind__in=kinds
    )
    found: dict[int, list[Photo]] = {}
    for photo in rows.select_related("file").order_by("position", "pk"):
        found.setdefault(photo.product_id, []).append(photo)
    return found
