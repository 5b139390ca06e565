"""Organisations that are new to the programme."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.states import DossierState
from ocop.outlets.reports.counting.asking import Question, cases_of
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import LegalForm
from ocop.registers.products.models import Reckoning, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES

PERSONS = frozenset({LegalForm.HOUSEHOLD, LegalForm.FARM})
ORGANISATIONS = tuple(form.value for form in LegalForm if form not in PERSONS)
"""What «tổ chức kinh tế» means where a target names no legal forms: everything but households and farms."""


def start_of(day: date) -> datetime:
    """The first moment of a day in Vietnam."""
    return timezone.make_aware(datetime.combine(day, time.min))


def organisations(extent: Extent) -> Q:
    """Producers on the ground that are organisations: of the forms asked for, else of any but persons."""
    return extent.of_producer() & Q(legal_form__in=extent.legal_forms or ORGANISATIONS)


def organisations_new(extent: Extent) -> QuerySet[Any]:
    """Organisations whose first product joined in the period: by a dossier handed in, or by its recognition.

    A withdrawn dossier is no joining. Who stands in the register of an earlier year is not new.
    """
    given = Reckoning.objects.filter(is_given=True)
    filed = Dossier.objects.filter(submitted_at__isnull=False).exclude(state=DossierState.WITHDRAWN)
    joined = _of(given.filter(extent.dated()), "producer") | _of(filed.filter(_during(extent)))
    before = _of(Reckoning.objects.filter(_before(extent)), "producer") | _of(
        filed.filter(submitted_at__lt=start_of(extent.first))
    )
    found = Producer.objects.filter(organisations(extent), joined).exclude(before)
    return found.annotate(
        first_filed=_first(filed, "submitted_at"), first_given=_first(given, "decided_on", "producer")
    ).order_by("name", "pk")


def _of(rows: QuerySet[Any], whose: str = "product__producer") -> Q:
    """Producers of the products of these rows: a set that the database makes once, not for each producer."""
    return Q(pk__in=rows.order_by().values(whose))


def _during(extent: Extent) -> Q:
    return Q(
        submitted_at__gte=start_of(extent.first), submitted_at__lt=start_of(extent.last + timedelta(days=1))
    )


def _before(extent: Extent) -> Q:
    """Recognitions before the period;
    where only the year is known, of an earlier year, or a bare revocation.
    """
    bare = Q(is_bare=True, year__lte=extent.year)
    return Q(decided_on__lt=extent.first) | Q(decided_on__isnull=True, year__lt=extent.year) | bare


def _first(rows: QuerySet[Any], column: str, whose: str = "product__producer") -> Subquery:
    own = rows.filter(**{whose: OuterRef("pk")}).order_by().values(whose)
    return Subquery(own.annotate(first=Min(column)).values("first"))


def record_of_organisation(row: Any) -> Record:
    """The organisation as a record, dated by its first dossier or recognition."""
    days = [timezone.localdate(row.first_filed)] if row.first_filed else []
    days += [row.first_given] if row.first_given else []
    return Record(
        f"producer:{row.pk}", row.name, row.get_absolute_url(), min(days, default=None), form_name(row)
    )


def form_name(row: Producer) -> str:
    """The legal form in words."""
    return str(row.get_legal_form_display())


def newcomers_preparing(extent: Extent) -> QuerySet[Any]:
    """Drafts of organisations that have neither handed in a dossier nor been recognised."""
    known = Recognition.objects.filter(
        product__producer=OuterRef("product__producer"), status_code__in=PUBLIC_STATUSES
    )
    filed = Dossier.objects.filter(
        product__producer=OuterRef("product__producer"), submitted_at__isnull=False
    )
    forms = extent.legal_forms or ORGANISATIONS
    drafts = Dossier.objects.filter(extent.of_product("product__"), product__producer__legal_form__in=forms)
    return drafts.filter(~Exists(known), ~Exists(filed), state=DossierState.DRAFT)


def in_hand(extent: Extent) -> Question:
    """These organisations, each once, since its first draft."""
    drafts = newcomers_preparing(extent).order_by().values("product__producer")
    own = drafts.filter(product__producer=OuterRef("pk")).annotate(first=Min("created_at")).values("first")
    found = Producer.objects.filter(pk__in=drafts).annotate(stage=Value(DossierState.DRAFT.value))
    return cases_of(found, "stage", TruncDate(Subquery(own)))
