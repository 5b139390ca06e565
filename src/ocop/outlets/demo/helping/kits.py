"""Label kits: the artwork of each product of a decision, while its recognition holds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ocop.casework.support import acts
from ocop.casework.support.models import Activity
from ocop.outlets.demo.helping import artwork
from ocop.outlets.demo.helping.world import World
from ocop.registers.products.models import Recognition


def issue_kits(world: World, row: dict[str, Any], kits: list[Any], at: datetime) -> None:
    """`kits` names the day, the kind and the date of the decision,
    and where not all of it, which products.
    """
    _on, kind, decided_on, *chosen = kits
    activity = Activity.objects.with_names().get(pk=world.stage.activities[world.key(row["key"])].pk)
    by = world.person("")
    for recognition in _decided(world, kind, date.fromisoformat(decided_on), chosen[0] if chosen else None):
        product = recognition.product
        acts.add_beneficiary(activity, product=product, by=by, at=at)
        upload = artwork.label(product.name, recognition.stars or 0)
        acts.issue_kit(activity, recognition=recognition, upload=upload, by=by, at=at)


def _decided(world: World, kind: str, on: date, keys: list[str] | None) -> list[Recognition]:
    """The recognitions of a day, of invented products alone."""
    found = Recognition.objects.filter(product__is_illustration=True, kind=kind, decided_on=on)
    if keys is not None:
        found = found.filter(product__in=[world.product(key) for key in keys])
    return list(found.select_related("product__producer").order_by("pk"))
