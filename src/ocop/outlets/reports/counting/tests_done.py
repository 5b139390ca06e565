"""Products that had to be tested and have a result."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate

from ocop.casework.samples.models import Demand
from ocop.casework.samples.selectors import demands_due, demands_tested, demands_waiting
from ocop.outlets.reports.counting.asking import Question, cases_of, number_of
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.past import NO_DAY, DayPast, Took, days_between


def tested(extent: Extent) -> QuerySet[Any]:
    """Each product once, however many samples it took, by the day of its first result."""
    found = _of(extent, demands_tested(extent.first, extent.last))
    return found.select_related("dossier__product").order_by("tested_on", "pk")


def due(extent: Extent) -> Question:
    """Those that came onto the list in the period and are neither dropped nor moved to a later round."""
    return number_of(_of(extent, demands_due(extent.first, extent.last)))


def _of(extent: Extent, found: QuerySet[Any]) -> QuerySet[Any]:
    found = found.filter(dossier__commune__in=extent.ground)
    return found.filter(dossier__set_number__in=extent.set_numbers) if extent.set_numbers else found


def record_of_test(row: Any) -> Record:
    """A product, dated by its first result."""
    product = row.dossier.product
    return Record(f"test:{row.key}", product.name, row.get_absolute_url(), row.tested_on, row.points)


def tests_in_hand(extent: Extent) -> Question:
    """Products on the list without a result, since they came there."""
    return cases_of(_of(extent, demands_waiting(extent.last)), "state", TruncDate("at"))


def _ended(on: date) -> list[QuerySet[Any]]:
    dropped = Demand.objects.filter(state="dropped", at__date__lte=on).annotate(tested_on=NO_DAY)
    return [demands_tested(date.min, on), dropped]


def _took(demanded: date, first: date | None, _none: None) -> list[Took]:
    return [("due", days_between(demanded, first))]


PAST = DayPast("tests", _ended, (TruncDate("at"), "tested_on"), _took)
"""How long tests took from the demand to the first result; those that were dropped failed."""
