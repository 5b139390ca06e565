"""Sites that were visited, before the council and after award; each producer once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.rules import VisitKind
from ocop.casework.fieldwork.states import OPEN, VisitState
from ocop.outlets.reports.counting.asking import Question, cases_of, number_of
from ocop.outlets.reports.counting.extent import Extent, Record, recognised_in_years
from ocop.outlets.reports.counting.past import DayPast, Took, days_between
from ocop.registers.producers.models import Producer

ENDED = (VisitState.ENDED, VisitState.CANCELLED)


def site_checks(extent: Extent) -> QuerySet[Any]:
    """Producers visited before the council in the period: the first visit of each."""
    return _first(_done(extent, VisitKind.VERIFICATION))


def post_checks(extent: Extent) -> QuerySet[Any]:
    """Producers visited after award in the period, about products recognised in the years asked for."""
    return _first(_of_years(extent, _done(extent, VisitKind.POST_CHECK)))


def _done(extent: Extent, kind: VisitKind) -> QuerySet[Any]:
    days = {"ended_at__date__gte": extent.first, "ended_at__date__lte": extent.last}
    return _here(extent, kind).filter(state=VisitState.ENDED, **days)


def _here(extent: Extent, kind: VisitKind) -> QuerySet[Any]:
    return Visit.objects.filter(extent.of_product("product__"), kind=kind)


def _of_years(extent: Extent, found: QuerySet[Any]) -> QuerySet[Any]:
    if extent.recognition_years is None:
        return found
    return found.filter(recognised_in_years(extent, product=OuterRef("product")))


def _first(found: QuerySet[Any]) -> QuerySet[Any]:
    """One visit of each producer, the first that ended."""
    same = found.filter(product__producer=OuterRef("product__producer"))
    earlier = same.filter(ended_at__lt=OuterRef("ended_at")) | same.filter(
        ended_at=OuterRef("ended_at"), pk__lt=OuterRef("pk")
    )
    return found.filter(~Exists(earlier)).order_by("ended_at", "pk")


def record_of_visit(row: Visit) -> Record:
    """A producer, dated by the end of its visit."""
    on = timezone.localdate(row.ended_at) if row.ended_at else None
    return Record(f"visit:{row.key}", row.producer_name, row.get_absolute_url(), on, row.product_name)


def sites_in_hand(extent: Extent) -> Question:
    """Visits before the council that are planned, since they were."""
    return _in_hand(_here(extent, VisitKind.VERIFICATION))


def checks_in_hand(extent: Extent) -> Question:
    """The same after award."""
    return _in_hand(_of_years(extent, _here(extent, VisitKind.POST_CHECK)))


def _in_hand(found: QuerySet[Any]) -> Question:
    return cases_of(found.filter(state__in=sorted(OPEN)), "state", TruncDate("planned_at"))


def _took(planned: date, told: date | None, ended: date | None) -> Iterator[Took]:
    took = days_between(planned, ended)
    yield VisitState.PLANNED, took
    if told:
        yield VisitState.ANNOUNCED, took


PAST = DayPast(
    "visits",
    lambda on: [Visit.objects.filter(state__in=ENDED, planned_at__date__lte=on)],
    (TruncDate("planned_at"), TruncDate("announced_at"), TruncDate("ended_at")),
    _took,
)
"""How the visits went that were done or cancelled."""


def proposed(extent: Extent) -> Question:
    """Producers of whom a dossier was proposed in the period: «all due» before the council."""
    days = {"proposed_at__date__gte": extent.first, "proposed_at__date__lte": extent.last}
    rows = Dossier.objects.filter(extent.of_product("product__"), **days)
    return number_of(rows, "product__producer")


def recognised(extent: Extent) -> Question:
    """Producers with a product recognised in the years asked for: «all due» after award."""
    rows = Producer.objects.filter(extent.of_producer())
    return number_of(rows.filter(recognised_in_years(extent, producer=OuterRef("pk"))))
