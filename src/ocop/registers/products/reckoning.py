"""The reckonings of recognitions as they follow from their products, and where the kept ones differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ocop.registers.products.models import Product, Reckoning
from ocop.registers.products.rules import reckoned

COLUMNS = tuple(field.attname for field in Reckoning._meta.concrete_fields if not field.primary_key)


def reckonings_of(products: Iterable[Product]) -> list[Reckoning]:
    """The reckonings of products read by `listing.read`, from what is on record now; no statement."""
    return [row for product in products for row in _of(product)]


def _of(product: Product) -> Iterator[Reckoning]:
    known = {one.pk: one for one in product.listed_by}  # type: ignore[attr-defined]
    events = {one.pk: list(one.events.all()) for one in known.values()}
    owner, place = product.producer, product.commune_id or product.producer.commune_id
    for pk, facts in reckoned(known.values(), events).items():
        one = known[pk]
        yield Reckoning(
            recognition_id=pk, product_id=product.pk, producer_id=owner.pk, place_id=place,
            legal_form=owner.legal_form, regulation_code=product.regulation_code,
            set_number=product.set_number or 0, stars=one.stars or 0, year=one.year,
            decided_on=one.decided_on, expires_on=one.expires_on,
            counted_year=one.decided_on.year if one.decided_on else one.year, **facts,
        )  # fmt: skip


def write(products: Iterable[Product]) -> None:
    """Keeps the reckonings of these products as they follow now: a statement to compare, more only where
    something changed.
    """
    rows = list(products)
    wanted = {one.pk: one for one in reckonings_of(rows)}
    kept = {one.pk: one for one in Reckoning.objects.filter(product__in=[row.pk for row in rows])}
    changed = [one for pk, one in wanted.items() if _differ(kept.get(pk), one)]
    if changed:
        Reckoning.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["recognition"], update_fields=_FIELDS
        )
    if gone := kept.keys() - wanted.keys():
        Reckoning.objects.filter(pk__in=gone).delete()


def differing(products: Iterable[Product]) -> Iterator[tuple[int, list[str]]]:
    """Of products read by `listing.read`: each recognition (its id) that is not reckoned as it follows, with
    the columns that differ; all of them where there is no row, or one too many.
    """
    rows = list(products)
    wanted = {one.pk: one for one in reckonings_of(rows)}
    kept = {one.pk: one for one in Reckoning.objects.filter(product__in=[row.pk for row in rows])}
    for pk in sorted(wanted.keys() | kept.keys()):
        if wrong := _differ(kept.get(pk), wanted.get(pk)):
            yield pk, wrong


def _differ(kept: Reckoning | None, wanted: Reckoning | None) -> list[str]:
    if kept is None or wanted is None:
        return list(COLUMNS)
    return [name for name in COLUMNS if getattr(kept, name) != getattr(wanted, name)]


_FIELDS = [name.removesuffix("_id") for name in COLUMNS]
