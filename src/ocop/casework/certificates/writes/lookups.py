"""Keeping what the check page says: the only writer of lookups."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from ocop.casework.certificates.lookup import CHUNK, derived, differing
from ocop.casework.certificates.models import Certificate, Lookup
from ocop.foundation.holding import holding


@transaction.atomic(savepoint=False)
def look_up_anew(products: Iterable[int]) -> None:
    """Writes the lookups of all certificates of these products (by id) anew from what is on record, in the
    act's transaction. One statement where the products have no certificate.

    Lookups are held before anything is read for them: what an act at the same moment changed is then seen.
    """
    wanted = sorted(set(products))
    for start in range(0, len(wanted), CHUNK):
        certified = Certificate.objects.filter(product__in=wanted[start : start + CHUNK]).order_by()
        if keys := list(certified.values_list("product", flat=True).distinct()):
            _write(keys)


def _write(products: list[int]) -> None:
    kept = Lookup.objects.filter(product__in=products).order_by("pk")
    list(holding(kept).values("pk"))
    Lookup.objects.bulk_create(
        derived(products),
        update_conflicts=True,
        unique_fields=["certificate"],
        update_fields=["product", "code", "facts"],
    )


def mend_lookups() -> int:
    """Writes anew every lookup that does not follow from its certificate; says how many."""
    wrong = [one.product_id for one, _names in differing()]
    for product in sorted(set(wrong)):
        look_up_anew([product])
    return len(wrong)
