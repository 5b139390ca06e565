"""Figures of the whole programme beside those of a plan: what is held, what expires, what is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.states import DossierState
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.states import ItemState
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of
from ocop.kernel.calendar import window_reaches
from ocop.outlets.reports.counting.asking import Question, number_of
from ocop.outlets.reports.counting.extent import Extent
from ocop.outlets.reports.counting.recognitions import new_products, with_product
from ocop.registers.products.models import Listing, Reckoning, RecognitionEvent
from ocop.registers.products.rules import EventKind
from ocop.registers.programme.models import Plan, Task
from ocop.registers.programme.rules import TaskState
from ocop.registers.programme.selectors import current
from ocop.registers.rounds.models import Round

ON_CLOCK = (DossierState.SUBMITTED, DossierState.RECEIVED, DossierState.RETURNED)
WAITS_FOR_RESULT = (
    DossierState.PROPOSED,
    DossierState.ACCEPTED,
    DossierState.SCHEDULED,
    DossierState.EVALUATED,
)


def extent_of(place: Place, year: int, on: date) -> Extent:
    """A place in a year up to a day;
    the programme's own province answers also for what has no known place.
    """
    programme = current()
    is_home = programme is not None and programme.province_id == place.pk
    last = min(on, date(year, 12, 31))
    return Extent(place, ground_of(place), date(year, 1, 1), last, has_unplaced=is_home)


def held(extent: Extent) -> QuerySet[Any]:
    """The newest recognition of each product on the ground, revoked and annulled ones left out;
    it may have expired.
    """
    return with_product(Reckoning.objects.filter(extent.of_reckoned(), is_held=True))


def counted(rows: QuerySet[Any], *by: str, on: date) -> list[dict[str, Any]]:
    """Rows of `held` counted by columns: all, in force on a day, an extension included, expired, and of
    unknown term. Two queries: all by their own term, over an index alone, and the few with an extension.
    """
    grouped = rows.order_by().values(*by)
    found = list(
        grouped.annotate(
            n=Count("pk"), valid=Count("pk", filter=Q(expires_on__gte=on)),
            expired=Count("pk", filter=Q(expires_on__lt=on)),
            unknown=Count("pk", filter=Q(expires_on__isnull=True)),
        ).order_by(*by)
    )  # fmt: skip
    extended = Listing.objects.filter(stops_on__gt=F("expires_on"), stops_on__gte=on).values("recognition")
    later = grouped.filter(expires_on__lt=on, recognition__in=extended).annotate(n=Count("pk"))
    more = {tuple(row[name] for name in by): row["n"] for row in later}
    for row in found:
        longer = more.get(tuple(row[name] for name in by), 0)
        row["valid"] += longer
        row["expired"] -= longer
    return found


def by_stars(rows: QuerySet[Any]) -> dict[int, int]:
    """How many rows of `held` there are by star. One query."""
    return dict(rows.order_by().values_list("stars").annotate(n=Count("pk")))


def expiring(extent: Extent, on: date) -> QuerySet[Any]:
    """Products whose window of renewal has opened and whose term has not ended, the first to end first."""
    return (
        held(extent)
        .filter(expires_on__gte=on, expires_on__lte=window_reaches(on))
        .order_by("expires_on", "pk")
    )


def revoked_in(extent: Extent) -> QuerySet[Any]:
    """Revocations of the period."""
    events = RecognitionEvent.objects.filter(
        extent.of_product("recognition__product__"), kind=EventKind.REVOKED
    )
    found = events.filter(on__gte=extent.first, on__lte=extent.last)
    return found.select_related("recognition__product__producer").order_by("on", "pk")


def late_dossiers(extent: Extent, on: date) -> QuerySet[Any]:
    """Dossiers whose commune is over its days, the longest first."""
    found = Dossier.objects.filter(extent.of_place("commune"), state__in=ON_CLOCK, commune_due_on__lt=on)
    return found.with_names().order_by("commune_due_on", "pk")


def numbers_of(extent: Extent, on: date) -> dict[str, Question]:
    """How many are revoked, late at communes and soon to end: to be asked together."""
    return {
        "revoked": number_of(revoked_in(extent)),
        "dossiers": number_of(late_dossiers(extent, on)),
        "ending": number_of(expiring(extent, on)),
    }


def first_of(rows: QuerySet[Any], number: int) -> QuerySet[Any]:
    """The first rows, found by their order alone before anything beside them is read."""
    return rows.filter(pk__in=rows.select_related(None).values("pk")[:number])


def late_tasks(plan: Plan, on: date) -> QuerySet[Any]:
    """Open tasks of a plan after their due date, the longest late first."""
    found = Task.objects.filter(plan=plan, in_force=True, state=TaskState.OPEN, due_on__lt=on)
    return found.select_related("office", "plan__place").order_by("due_on", "number")


def rounds_of(year: int) -> list[Round]:
    """The rounds of a year, each with `on_agenda` and `judged`:
    products at its meetings, and those with a result.
    """
    rounds = list(Round.objects.filter(year=year).order_by("number"))
    items = AgendaItem.objects.filter(meeting__round__in=rounds).exclude(state=ItemState.REMOVED)
    judged = Q(state__in=[ItemState.TALLIED, ItemState.CLOSED, ItemState.EXCLUDED])
    grouped = (
        items.order_by().values("meeting__round").annotate(n=Count("pk"), judged=Count("pk", filter=judged))
    )
    found = {row["meeting__round"]: row for row in grouped}
    for one in rounds:
        row = found.get(one.pk, {"n": 0, "judged": 0})
        one.on_agenda, one.judged = row["n"], row["judged"]  # type: ignore[attr-defined]
    return rounds


def new_by_year(place: Place, on: date, years: int = 6) -> list[tuple[int, int]]:
    """Newly recognised products of the last years, the oldest first: the count of the plan, year by year."""
    span = range(on.year - years + 1, on.year + 1)
    extent = replace(extent_of(place, on.year, on), first=date(span[0], 1, 1), years=tuple(span))
    rows = new_products(extent).order_by().values("counted_year").annotate(n=Count("pk"))
    found = {row["counted_year"]: row["n"] for row in rows}
    return [(year, found.get(year, 0)) for year in span]
