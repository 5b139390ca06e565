"""Help given, as a plan counts it: activities with a result, whom they helped, what is under way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from ocop.casework.support.models import Activity, Beneficiary
from ocop.casework.support.rules import OPEN, ActivityState
from ocop.casework.support.selectors import finished
from ocop.outlets.reports.counting.asking import Question, cases_of
from ocop.outlets.reports.counting.extent import Extent, Record, recognised_in_years
from ocop.outlets.reports.counting.organisations import form_name
from ocop.outlets.reports.counting.past import DayPast, Took, days_between
from ocop.registers.producers.models import Producer

SINCE = Coalesce("started_on", "starts_on")
"""Since when an activity stands where it stands: it began, or should begin."""


def helped(extent: Extent) -> QuerySet[Any]:
    """Whom an activity helps, narrowed by sets, legal forms and recognition years of the target."""
    found = Beneficiary.objects.all()
    if extent.set_numbers:
        found = found.filter(product__set_number__in=extent.set_numbers)
    if extent.legal_forms:
        found = found.filter(producer__legal_form__in=extent.legal_forms)
    if extent.recognition_years:
        by_producer = Q(product__isnull=True) & Q(recognised_in_years(extent, producer=OuterRef("producer")))
        found = found.filter(Q(recognised_in_years(extent, product=OuterRef("product"))) | by_producer)
    return found


def _narrowed(extent: Extent, found: QuerySet[Any]) -> QuerySet[Any]:
    found = found.filter(place__in=extent.ground)
    if extent.set_numbers or extent.legal_forms or extent.recognition_years:
        found = found.filter(Exists(helped(extent).filter(activity=OuterRef("pk"))))
    return found


def finished_of(kinds: Sequence[str]) -> Callable[[Extent], QuerySet[Any]]:
    """Activities of these kinds whose result came in the period, each once."""

    def rows(extent: Extent) -> QuerySet[Any]:
        return _narrowed(extent, finished(*kinds, first=extent.first, last=extent.last, place=extent.place))

    return rows


def record_of_activity(row: Activity) -> Record:
    """The activity as a record, dated by its result."""
    return Record(f"activity:{row.key}", row.name, row.get_absolute_url(), row.result_on, row.agency)


def producers_of(
    kinds: Sequence[str], default_forms: Iterable[str] = ()
) -> Callable[[Extent], QuerySet[Any]]:
    """Producers helped by such activities, each once, dated by the first;
    of `default_forms` where none are asked.
    """

    def rows(extent: Extent) -> QuerySet[Any]:
        by = helped(extent).filter(activity__in=finished_of(kinds)(extent).order_by().values("pk"))
        found = Producer.objects.filter(pk__in=by.values("producer"))
        if not extent.legal_forms and default_forms:
            found = found.filter(legal_form__in=list(default_forms))
        first = (
            by.filter(producer=OuterRef("pk"))
            .order_by()
            .values("producer")
            .annotate(first=Min("activity__result_on"))
        )
        return found.annotate(helped_on=Subquery(first.values("first"))).order_by("helped_on", "name", "pk")

    return rows


def record_of_helped(row: Any) -> Record:
    """A helped producer as a record."""
    return Record(f"producer:{row.pk}", row.name, row.get_absolute_url(), row.helped_on, form_name(row))


def things_of(kinds: Sequence[str]) -> Callable[[Extent], QuerySet[Any]]:
    """Products helped by such activities, each once; where help names no product, its producer once."""

    def rows(extent: Extent) -> QuerySet[Any]:
        by = helped(extent).filter(activity__in=finished_of(kinds)(extent).order_by().values("pk"))
        product = Exists(by.filter(product=OuterRef("product"), pk__lt=OuterRef("pk")))
        producer = Exists(
            by.filter(product__isnull=True, producer=OuterRef("producer"), pk__lt=OuterRef("pk"))
        )
        again = Q(product__isnull=False) & Q(product) | Q(product__isnull=True) & Q(producer)
        return (
            by.exclude(again)
            .select_related("activity", "product", "producer")
            .order_by("activity__result_on", "pk")
        )

    return rows


def record_of_thing(row: Beneficiary) -> Record:
    """What was helped, leading to the help."""
    detail = row.producer.name if row.product else row.activity.agency
    where = row.activity.get_absolute_url()
    return Record(f"beneficiary:{row.pk}", str(row), where, row.activity.result_on, detail)


def activities_in_hand(kinds: Sequence[str], *, by_helped: bool = False) -> Callable[[Extent], Question]:
    """Those planned or running that begin by the year's end; `by_helped`: each counts for those it helps."""

    def read(extent: Extent) -> Question:
        each = Beneficiary.objects.filter(activity=OuterRef("pk")).order_by().values("activity")
        helps = Greatest(Coalesce(Subquery(each.annotate(n=Count("pk")).values("n")), 1), 1)
        rows = open_of(kinds, extent).annotate(helps=helps)
        return cases_of(rows, "state", SINCE, weight="helps" if by_helped else None)

    return read


def open_of(kinds: Sequence[str], extent: Extent) -> QuerySet[Any]:
    """Activities of these kinds that are under way on the ground and begin by the end of the year."""
    found = Activity.objects.filter(kind__in=kinds, state__in=sorted(OPEN))
    return _narrowed(extent, found.filter(starts_on__lte=date(extent.year, 12, 31)))


def past_of(kinds: Sequence[str]) -> DayPast:
    """How ended ones went: from the planned and from the real beginning to the result."""

    def ended(on: date) -> list[QuerySet[Any]]:
        return [Activity.objects.filter(Q(result_on__lte=on) | Q(cancelled_on__lte=on), kind__in=kinds)]

    return DayPast(f"help:{'+'.join(kinds)}", ended, ("starts_on", "started_on", "result_on"), _took)


def _took(starts: date, started: date | None, result: date | None) -> Iterator[Took]:
    yield ActivityState.PLANNED, days_between(starts, result)
    if started:
        yield ActivityState.RUNNING, days_between(started, result)
