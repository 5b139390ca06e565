"""Counts asked of the recognitions themselves, as they are defined, with nothing kept beside them: slow, and
what the kept rows must answer alike.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.states import DossierState
from ocop.outlets.reports.counting.extent import Extent
from ocop.outlets.reports.counting.organisations import organisations, start_of
from ocop.outlets.reports.tests.plainly import Due, Term, due_terms
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Recognition, RecognitionEvent
from ocop.registers.products.rules import PUBLIC_STATUSES, EventKind, RecordStatus

DAY = Coalesce(F("decided_on"), Value(date.max), output_field=DateField())
FIRST_KINDS = ("", "first")


def _happened(kind: str) -> Exists:
    return Exists(RecognitionEvent.objects.filter(recognition=OuterRef("pk"), kind=kind))


def recognised() -> Q:
    """Given; annulled ones are void from their first day."""
    return Q(status_code=RecordStatus.RECOGNISED) & ~Q(_happened(EventKind.ANNULLED))


def _known() -> QuerySet[Any]:
    return Recognition.objects.annotate(day=DAY).filter(
        ~Q(_happened(EventKind.ANNULLED)), status_code__in=PUBLIC_STATUSES
    )


def new_products(extent: Extent) -> QuerySet[Any]:
    """First recognitions of the period."""
    same_year = Q(year=OuterRef("year"))
    by_day = Q(decided_on__lt=OuterRef("decided_on"))
    by_kind = Q(day__lt=OuterRef("day"), kind__in=FIRST_KINDS)
    by_entry = Q(day=OuterRef("day"), pk__lt=OuterRef("pk"), kind__in=FIRST_KINDS)
    only_revoked = Q(status_code=RecordStatus.REVOKED, valid_from__isnull=True)
    before = Q(year__lt=OuterRef("year")) | same_year & (by_day | by_kind | by_entry | only_revoked)
    earlier = _known().filter(before, product=OuterRef("product")).exclude(pk=OuterRef("pk"))
    found = Recognition.objects.annotate(day=DAY).filter(
        recognised(), extent.dated(), extent.of_product("product__"), extent.of_stars(), kind__in=FIRST_KINDS
    )
    return found.filter(~Exists(earlier))


def held(extent: Extent) -> QuerySet[Any]:
    """The newest of each product, if it was not revoked."""
    same_year = Q(year=OuterRef("year"))
    after = Q(day__gt=OuterRef("day")) | Q(day=OuterRef("day"), pk__gt=OuterRef("pk"))
    later = Recognition.objects.annotate(day=DAY).filter(
        recognised(), Q(year__gt=OuterRef("year")) | same_year & after, product=OuterRef("product")
    )
    found = Recognition.objects.annotate(day=DAY).filter(recognised(), extent.of_product("product__"))
    return found.filter(~Exists(later), ~Q(_happened(EventKind.REVOKED)))


def due(extent: Extent) -> list[Due]:
    """The terms due in the year of the extent, by the rule itself."""
    rows = Recognition.objects.filter(recognised(), extent.of_product("product__"))
    told = rows.annotate(is_gone=_happened(EventKind.REVOKED)).values_list(
        "product_id", "pk", "year", "decided_on", "expires_on", "kind", "is_gone", "stars"
    )
    found = due_terms([Term(*row) for row in told], extent.year, extent.last)
    return [one for one in found if not extent.stars_from or (one.term.stars or 0) >= extent.stars_from]


def organisations_new(extent: Extent) -> QuerySet[Any]:
    """Organisations that joined in the period and not before."""
    given = Recognition.objects.filter(recognised())
    filed = Dossier.objects.filter(submitted_at__isnull=False).exclude(state=DossierState.WITHDRAWN)
    bare = Q(status_code=RecordStatus.REVOKED, valid_from__isnull=True, year__lte=extent.year)
    earlier = Q(decided_on__lt=extent.first) | Q(decided_on__isnull=True, year__lt=extent.year) | bare
    end = start_of(extent.last + timedelta(days=1))
    during = filed.filter(submitted_at__gte=start_of(extent.first), submitted_at__lt=end)
    found = Producer.objects.filter(organisations(extent), _of(given.filter(extent.dated())) | _of(during))
    return found.exclude(
        _of(_known().filter(earlier)) | _of(filed.filter(submitted_at__lt=start_of(extent.first)))
    )


def _of(rows: QuerySet[Any]) -> Q:
    return Q(pk__in=rows.order_by().values("product__producer"))


def recognised_of_years(extent: Extent) -> QuerySet[Any]:
    """Recognitions of the years asked, by the last day."""
    low, high = extent.recognition_years or (extent.year, extent.year)
    return Recognition.objects.filter(
        recognised(), extent.of_product("product__"), extent.of_stars(), year__gte=low, year__lte=high
    ).filter(Q(decided_on__isnull=True) | Q(decided_on__lte=extent.last))


def open_first_dossiers(extent: Extent) -> QuerySet[Any]:
    """Under way, of products never recognised."""
    found = Dossier.objects.open().filter(extent.of_product("product__"), kind=DossierKind.FIRST)
    return found.filter(~Exists(_known().filter(product=OuterRef("product"))))


def open_renewal_dossiers(extent: Extent) -> QuerySet[Any]:
    """Under way, of products with a term that is due and not renewed."""
    lacking = [one.term.product for one in due(extent) if one.renewal is None]
    return Dossier.objects.open().filter(product__in=lacking)
