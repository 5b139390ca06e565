"""Newly recognised products, and renewals of those whose term ends: counted from what is kept of each
recognition (`products.Reckoning`).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.outlets.reports.counting.asking import Question, number_of
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.rules import latest_ending, windows
from ocop.registers.products.models import Reckoning


def new_products(extent: Extent) -> QuerySet[Any]:
    """Recognitions of the period of products that were never recognised before; each product once.

    One that the register calls a renewal or an upgrade is not new, even where the earlier one is not on
    record. A recognition that was revoked later still counts for its year; an annulled one never did.
    """
    found = Reckoning.objects.filter(extent.dated(), extent.of_reckoned(), extent.of_stars(), is_new=True)
    return with_product(found)


def with_product(rows: QuerySet[Reckoning]) -> QuerySet[Any]:
    """Loads what a record says of a recognition."""
    return rows.select_related("product__producer").order_by("decided_on", "year", "pk")


def record_of_recognition(row: Reckoning) -> Record:
    """The recognition as a record."""
    detail = f"{row.product.producer.name} · {row.stars} ★" if row.stars else row.product.producer.name
    return Record(
        f"recognition:{row.pk}", row.product.name, row.product.get_absolute_url(), row.decided_on, detail
    )


def renewals(extent: Extent) -> QuerySet[Any]:
    """The recognitions that renewed those due in the year; of a part of a year those made in it."""
    made = _due(extent).filter(_is_renewed(extent))
    if not extent.is_from_new_year:
        made = made.filter(follower_on__gte=extent.first, follower_on__lte=extent.last)
    return with_product(Reckoning.objects.filter(pk__in=made.values("follower")))


def due_renewals(extent: Extent) -> Question:
    """How many terms are due: the number that a target «all due» stands for."""
    return number_of(_due(extent)) + number_of(lapsed(extent))


def _due(extent: Extent) -> QuerySet[Reckoning]:
    """Every term due in the year within the extent that something followed, renewed in time or not.

    Due are terms that end in the year, and those that ended before and were not renewed before it began
    (Decision 26/2026, articles 4, 7). What was revoked is never due. What followed before the window opened
    (an upgrade) replaced the term, so that nothing is due, unless it is a renewal by name.
    """
    year = extent.year
    now = _ends_by(year) & ~_ends_by(year - 1) & ~extent.once(_is_replaced)
    late = _ends_by(year - 1) & Q(follower_year__gte=year)
    return _open(extent).filter(now | late, follower__isnull=False)


def lapsed(extent: Extent) -> QuerySet[Reckoning]:
    """The terms due in the year within the extent that nothing followed."""
    return _open(extent).filter(_ends_by(extent.year), follower__isnull=True)


def _open(extent: Extent) -> QuerySet[Reckoning]:
    given = Reckoning.objects.filter(is_given=True, is_gone=False)
    return given.filter(extent.of_reckoned(), extent.of_stars())


def _ends_by(year: int) -> Q:
    """Terms that end in the year or before, at the latest where only the year of the recognition is known; of
    those without a year (0) nobody knows.
    """
    by_year = Q(expires_on__isnull=True, year__gt=0, year__lte=latest_ending(year))
    return Q(expires_on__lte=date(year, 12, 31)) | by_year


def _is_replaced(extent: Extent) -> Q:
    """Of terms that end in the year those that something followed before their window opened."""
    early = Q(pk__in=[])
    for first, last, days in windows(extent.year):
        early |= Q(expires_on__gte=first, expires_on__lte=last, days_left__gt=days)
    by_year = Q(days_left__isnull=True, follower_year__lt=extent.year)
    return (early | by_year) & Q(is_renewed_by_name=False)


def _is_renewed(extent: Extent) -> Q:
    """Whether what followed was there on the last day asked, and no later than the year."""
    by_day = Q(follower_on__lte=extent.last)
    by_year = Q(follower_on__isnull=True, follower_year__lte=extent.last.year)
    return Q(follower_year__lte=extent.year) & (by_day | by_year)


def recognised_of_years(extent: Extent) -> QuerySet[Any]:
    """Products with a recognition of the years that a target speaks of,
    by the extent's place, sets and stars.
    """
    low, high = extent.recognition_years or (extent.year, extent.year)
    rows = Reckoning.objects.filter(
        extent.of_reckoned(), extent.of_stars(), is_given=True, year__gte=low, year__lte=high
    ).filter(Q(decided_on__isnull=True) | Q(decided_on__lte=extent.last))
    return with_product(rows)


def number_of_years(extent: Extent) -> Question:
    """How many products these are: the number that «all recognised in 2021» stands for."""
    return number_of(recognised_of_years(extent), "product")


def open_first_dossiers(extent: Extent) -> QuerySet[Any]:
    """Dossiers under way of products that were never recognised."""
    known = Reckoning.objects.filter(product=OuterRef("product"))
    found = Dossier.objects.open().filter(extent.of_product("product__"), kind=DossierKind.FIRST)
    return found.filter(~Exists(known))


def open_renewal_dossiers(extent: Extent) -> QuerySet[Any]:
    """Dossiers under way that would renew what is due and not renewed yet."""
    lacking = _due(extent).exclude(_is_renewed(extent)).order_by().values("product")
    late = Q(product__in=lacking) | Q(product__in=lapsed(extent).order_by().values("product"))
    return Dossier.objects.open().filter(late)
