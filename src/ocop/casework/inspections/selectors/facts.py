"""What is known of every recognised product of a province, for the list of a year. Seven statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Q

from ocop.casework.inspections.models import CorrectiveOrder, Inspection, InspectionItem, MisuseReport
from ocop.casework.inspections.rules.risk import REPORTS_COUNT, YEARS_SHOWN, Facts
from ocop.casework.inspections.states import InspectionState, OrderState, ReportState
from ocop.foundation.places.selectors import inside
from ocop.kernel.law import load_regulations
from ocop.registers.products.models import Listing
from ocop.registers.products.rules import RecordStatus
from ocop.registers.programme.models import Programme

RUNNING = (OrderState.OPEN, OrderState.ANSWERED, OrderState.OBJECTED)
"""Orders that have not ended."""
_COLUMNS = (
    "product", "producer", "recognition", "stars", "valid_from", "expires_on", "year",
    "product__regulation_code", "set_number", "name", "producer_name",
)  # fmt: skip
UNKNOWN_LASTS = 3
"""Years for which a recognition without exact days may still hold."""


def listed(programme: Programme, year: int, on: date) -> list[dict[str, Any]]:
    """Rows of the products whose newest recognition holds in some part of the year that is still to come;
    where no exact days are known, those of the last three years.
    """
    first, last = max(on, date(year, 1, 1)), date(year, 12, 31)
    here = Q(producer_commune__in=inside([programme.province_id])) | Q(producer_commune__isnull=True)
    known = Q(valid_from__lte=last) & (Q(expires_on__gte=first) | Q(stops_on__gte=first))
    unknown = Q(valid_from__isnull=True, year__gte=first.year - UNKNOWN_LASTS)
    rows = Listing.objects.public().filter(here, known | unknown, status_code=RecordStatus.RECOGNISED)
    rows = rows.filter(Q(ending__isnull=True) | Q(ending__on__gt=first))
    return list(rows.order_by("product").values(*_COLUMNS))


def facts_of(rows: Iterable[dict[str, Any]], year: int, on: date) -> list[Facts]:
    """The facts of each of these rows, in their order."""
    checked = dict(
        InspectionItem.objects.filter(inspection__state=InspectionState.CONCLUDED)
        .order_by()
        .values_list("recognition__product")
        .annotate(last=Max("inspection__starts_on"))
    )
    running = CorrectiveOrder.objects.filter(state__in=RUNNING).order_by()
    orders = dict(running.values_list("item__recognition__product").annotate(n=Count("pk")))
    reports, visits = _reports(on), visits_in(year)
    return [
        Facts(
            product=row["product"],
            producer=row["producer"],
            sector=_sector(row["product__regulation_code"], row["set_number"]),
            stars=row["stars"],
            since=checked.get(row["product"]) or row["valid_from"],
            was_checked=row["product"] in checked,
            open_orders=orders.get(row["product"], 0),
            reports=reports.get(row["product"], 0),
            expires_on=row["expires_on"],
            visits=visits[row["producer"]],
        )
        for row in rows
    ]


def _reports(on: date) -> dict[int, int]:
    """Reports of the last twelve months by product, without those that were dismissed or joined."""
    counted = MisuseReport.objects.filter(
        is_proven=True,
        recognition__isnull=False,
        received_at__date__gt=on - REPORTS_COUNT,
        received_at__date__lte=on + timedelta(days=1),
    ).exclude(state__in=[ReportState.DISMISSED, ReportState.MERGED])
    return dict(counted.order_by().values_list("recognition__product").annotate(n=Count("pk")))


def visits_in(year: int) -> Counter[int]:
    """How often each producer is or was inspected in a year."""
    rows = Inspection.objects.filter(starts_on__year=year).exclude(state=InspectionState.DROPPED)
    return Counter(dict(rows.order_by().values_list("producer").annotate(n=Count("pk"))))


def frequency(producers: Iterable[int], year: int) -> dict[int, dict[int, int]]:
    """How often each of these producers was inspected in the year and the two before, by year."""
    years = range(year - YEARS_SHOWN + 1, year + 1)
    rows = Inspection.objects.filter(
        producer__in=list(producers), starts_on__year__range=(years[0], years[-1])
    ).exclude(state=InspectionState.DROPPED)
    found: dict[int, dict[int, int]] = {}
    counted = rows.order_by().values_list("producer", "starts_on__year").annotate(n=Count("pk"))
    for producer, when, count in counted:
        found.setdefault(producer, dict.fromkeys(years, 0))[when] = count
    return found


def _sector(regulation_code: str, set_number: int) -> str:
    regulation = load_regulations().get(regulation_code)
    known = None if regulation is None else regulation.sets.get(set_number)
    return "" if known is None else known.sector.vi
