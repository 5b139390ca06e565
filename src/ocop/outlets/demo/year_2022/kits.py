"""Label kits: the artwork of each product of a decision, while its recognition holds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ocop.casework.support import actions
from ocop.casework.support.models import Activity
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022 import artwork
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.registers.products.models import Recognition


def issue_kits(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    """`kits` names the day, the kind and the date of the decision, and where not all of it, which products."""
    _on, kind, decided_on, *chosen = row["kits"]
    activity = Activity.objects.with_names().get(pk=stage.activities[key_of(row["key"])].pk)
    by = person(stage, "so")
    for recognition in _decided(stage, kind, date.fromisoformat(decided_on), chosen[0] if chosen else None):
        product = recognition.product
        actions.add_beneficiary(activity, product=product, by=by, at=at)
        upload = artwork.label(product.name, recognition.stars or 0)
        actions.issue_kit(activity, recognition=recognition, upload=upload, by=by, at=at)


def _decided(stage: Stage, kind: str, on: date, keys: list[str] | None) -> list[Recognition]:
    """The recognitions of a day, of invented products alone."""
    found = Recognition.objects.filter(product__is_illustration=True, kind=kind, decided_on=on)
    if keys is not None:
        found = found.filter(product__in=[stage.products[key_of(key)] for key in keys])
    return list(found.select_related("product__producer").order_by("pk"))
