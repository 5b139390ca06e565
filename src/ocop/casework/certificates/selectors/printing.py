"""What papers say of a product: the names that were handed in and judged, not what somebody wrote since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ocop.casework.dossiers.models import Dossier, Submission
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.selectors import full_name
from ocop.registers.products.models import Photo
from ocop.registers.products.rules import PhotoKind

Printed = dict[str, Any]


def printed_of(dossiers: Iterable[Dossier]) -> dict[int, Printed]:
    """For each dossier: product, producer, place of the producer, commune, set.
    One query for the frozen contents.
    """
    rows = list(dossiers)
    frozen: dict[int, Any] = dict(
        Submission.objects.filter(dossier__in=[row.pk for row in rows]).order_by("number").values_list(
            "dossier_id", "content"
        )
    )  # fmt: skip
    return {row.pk: _printed(row, frozen.get(row.pk) or {}) for row in rows}


def _printed(dossier: Dossier, content: dict[str, Any]) -> Printed:
    product, producer = content.get("product", {}), content.get("producer", {})
    commune = full_name(dossier.commune)
    return {
        "product": product.get("name") or dossier.product.name,
        "producer": producer.get("name") or dossier.product.producer.name,
        "place": producer.get("place") or commune,
        "commune": commune,
        "regulation": dossier.regulation_code,
        "set": dossier.set_number,
    }


def photos_of(product_ids: Iterable[int]) -> dict[int, StoredFile]:
    """The photograph for the certificate of each product: the first that shows the product itself."""
    rows = Photo.objects.filter(product__in=list(product_ids), is_withdrawn=False, kind=PhotoKind.PRODUCT)
    chosen: dict[int, StoredFile] = {}
    for photo in rows.select_related("file").order_by("position", "pk"):
        chosen.setdefault(photo.product_id, photo.file)
    return chosen
