"""Newly recognised products, and renewals of those whose term ends."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, Count, DateField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.outlets.reports.counting.extent import Extent, Record, annulled, recognised
from ocop.outlets.reports.rules import Due, Term, due_terms
from ocop.registers.products.models import Recognition, RecognitionEvent
from ocop.registers.products.rules import PUBLIC_STATUSES, EventKind, Kind, RecordStatus

DAY = Coalesce(F("decided_on"), Value(date.max))
"""Puts what has no day after what has one, within a year."""
FIRST_KINDS = ("", Kind.FIRST.value)


def new_products(extent: Extent) -> QuerySet[Any]:
    """Recognitions of the period of products that were never recognised before; each product once.

    One that the register calls a renewal or an upgrade is not new, even where the earlier one is not on
    record. A recognition that was revoked later still counts for its year; an annulled one never did.
    """
    earlier = (
        Recognition.objects.annotate(day=DAY)
        .filter(_is_before(), ~Q(annulled()), product=OuterRef("product"), status_code__in=PUBLIC_STATUSES)
        .exclude(pk=OuterRef("pk"))
    )
    found = Recognition.objects.annotate(day=DAY).filter(
        recognised(), extent.dated(), extent.of_product("product__"), extent.of_stars(), kind__in=FIRST_KINDS
    )
    return with_product(found.filter(~Exists(earlier)))


def _is_before() -> Q:
    """Earlier than the outer recognition.
    A bare revocation on record means an earlier recognition of unknown date.
    """
    same_year = Q(year=OuterRef("year"))
    by_day = Q(decided_on__lt=OuterRef("decided_on"))
    # one without a day may well come before an upgrade of its year, which cannot be the first
    by_kind = Q(day__lt=OuterRef("day"), kind__in=FIRST_KINDS)
    by_entry = Q(day=OuterRef("day"), pk__lt=OuterRef("pk"), kind__in=FIRST_KINDS)
    only_revoked = Q(status_code=RecordStatus.REVOKED, valid_from__isnull=True)
    return Q(year__lt=OuterRef("year")) | same_year & (by_day | by_kind | by_entry | only_revoked)


def with_product(rows: QuerySet[Recognition]) -> QuerySet[Any]:
    """Loads what a record says of a recognition."""
    return rows.select_related("product__producer").order_by("decided_on", "year", "pk")


def record_of_recognition(row: Recognition) -> Record:
    """The recognition as a record."""
    detail = f"{row.product.producer.name} · {row.stars} ★" if row.stars else row.product.producer.name
    return Record(
        f"recognition:{row.pk}", row.product.name, row.product.get_absolute_url(), row.decided_on, detail
    )


def renewals(extent: Extent) -> QuerySet[Any]:
    """The recognitions that renewed those due in the year (`rules.due_terms`);
    of a part of a year those made in it.
    """
    made = [due.renewal.recognition for due in due_renewals(extent) if due.renewal is not None]
    found = Recognition.objects.filter(pk__in=made)
    return with_product(found if extent.is_from_new_year else found.filter(extent.dated()))


def due_renewals(extent: Extent) -> list[Due]:
    """Every term due in the year within the extent that something followed, renewed in time or not; `lapsed`
    are the others. One query for an extent, however often it is asked.
    """
    return extent.once(_due_renewals)


def lapsed(extent: Extent) -> QuerySet[Recognition]:
    """The terms due in the year within the extent that nothing followed: of all products that let their term
    end, so that they are many and counted in the database.
    """
    revoked = RecognitionEvent.objects.filter(recognition=OuterRef("pk"), kind=EventKind.REVOKED)
    found = _in_line().filter(_ends_by(extent.year), extent.of_product("product__"), extent.of_stars())
    return found.filter(~Exists(_followers()), ~Exists(revoked))


LAST_DAYS = Case(
    When(decided_on__month=12, decided_on__day=31, then=Value(date.max)),
    default=DAY,
    output_field=DateField(),
)
"""The day by which `rules.terms` orders recognitions: one without a day stands on the last of its year."""


def _in_line() -> QuerySet[Any]:
    return Recognition.objects.annotate(in_line=LAST_DAYS).filter(recognised())


def _followers() -> QuerySet[Any]:
    """Recognitions of the same product after the outer one, in the order of `rules.terms`."""
    same_day = Q(in_line=OuterRef("in_line"), pk__gt=OuterRef("pk"))
    same_year = Q(year=OuterRef("year")) & (Q(in_line__gt=OuterRef("in_line")) | same_day)
    return _in_line().filter(Q(year__gt=OuterRef("year")) | same_year, product=OuterRef("product"))


def _ends_by(year: int) -> Q:
    """Terms that end in the year or before, at the latest where only the year of the recognition is known."""
    latest = next(one for one in range(year, 0, -1) if Term(0, 0, one).end_year <= year)
    return Q(expires_on__lte=date(year, 12, 31)) | Q(expires_on__isnull=True, year__lte=latest)


def _due_renewals(extent: Extent) -> list[Due]:
    year = extent.year
    # of what something followed, only what was followed in the year or later, or ends in it, can be due
    given = Recognition.objects.filter(recognised()).order_by()
    late, ended = given.filter(year__gte=year), given.filter(_ends_by(year))
    several = given.values("product").annotate(n=Count("pk")).filter(n__gt=1)
    now = ended.exclude(_ends_by(year - 1)).filter(product__in=several.values("product"))
    can_be_due = Q(product__in=late.values("product")) | Q(product__in=now.values("product"))
    revoked = Exists(RecognitionEvent.objects.filter(recognition=OuterRef("pk"), kind=EventKind.REVOKED))
    rows = (
        Recognition.objects.filter(
            recognised(), can_be_due, extent.of_product("product__"), product__in=ended.values("product")
        )
        .annotate(is_gone=revoked)
        .values_list("product_id", "pk", "year", "decided_on", "expires_on", "kind", "is_gone", "stars")
    )
    found = [one for one in due_terms([Term(*row) for row in rows], year, extent.last) if not one.is_last]
    return [one for one in found if not extent.stars_from or (one.term.stars or 0) >= extent.stars_from]


def count_due_renewals(extent: Extent) -> int:
    """How many terms are due: the number that a target «all due» stands for."""
    return len(due_renewals(extent)) + lapsed(extent).count()


def recognised_of_years(extent: Extent) -> QuerySet[Any]:
    """Products with a recognition of the years that a target speaks of,
    by the extent's place, sets and stars.
    """
    low, high = extent.recognition_years or (extent.year, extent.year)
    rows = Recognition.objects.filter(
        recognised(), extent.of_product("product__"), extent.of_stars(), year__gte=low, year__lte=high
    ).filter(Q(decided_on__isnull=True) | Q(decided_on__lte=extent.last))
    return with_product(rows)


def count_recognised_of_years(extent: Extent) -> int:
    """How many products these are: the number that «all recognised in 2021» stands for."""
    return recognised_of_years(extent).order_by().values("product").distinct().count()


def open_first_dossiers(extent: Extent) -> QuerySet[Any]:
    """Dossiers under way of products that were never recognised."""
    known = Recognition.objects.filter(
        ~Q(annulled()), product=OuterRef("product"), status_code__in=PUBLIC_STATUSES
    )
    found = Dossier.objects.open().filter(extent.of_product("product__"), kind=DossierKind.FIRST)
    return found.filter(~Exists(known))


def open_renewal_dossiers(extent: Extent) -> QuerySet[Any]:
    """Dossiers under way that would renew what is due and not renewed yet."""
    lacking = [due.term.product for due in due_renewals(extent) if due.renewal is None]
    late = Q(product__in=lacking) | Q(product__in=lapsed(extent).values("product"))
    return Dossier.objects.open().filter(late)
