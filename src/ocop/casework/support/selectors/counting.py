"""What the plan of a year counts: finished help, help under way, kits, money spent."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, Q, QuerySet, Sum, Value, When

from ocop.casework.support.models import Activity, Cost, Kit
from ocop.casework.support.rules import OPEN, ActivityState
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of
from ocop.registers.programme.models import BudgetLine, Plan


def finished(*kinds: str, first: date, last: date, place: Place) -> QuerySet[Activity]:
    """Those of these kinds whose result came in the period, both days included,
    on the ground of the place.
    """
    found = Activity.objects.with_names().filter(kind__in=kinds, place__in=ground_of(place))
    return found.filter(state=ActivityState.FINISHED, result_on__gte=first, result_on__lte=last).order_by(
        "result_on", "pk"
    )


def under_way(kind: str, *, first: date, last: date, place: Place, on: date) -> dict[str, int]:
    """How many of a kind were planned or running on the day `on`; those that begin after `last` are left out.

    What began before `first` and was not finished by then counts: its result still comes in the period.
    """
    found = Activity.objects.filter(kind=kind, place__in=ground_of(place), starts_on__lte=last)
    found = found.filter(Q(result_on__isnull=True) | Q(result_on__gte=first))
    counted = dict(state_on(found, on).values_list("state_then").annotate(n=Count("pk")).order_by())
    return {state.value: counted.get(state.value, 0) for state in ActivityState if state in OPEN}


def state_on(activities: QuerySet[Activity], on: date) -> QuerySet[Any]:
    """Adds `state_then`: where each stood at the end of the day `on`, by the days on which it moved."""
    moved = (
        When(result_on__lte=on, then=Value(ActivityState.FINISHED.value)),
        When(cancelled_on__lte=on, then=Value(ActivityState.CANCELLED.value)),
        When(started_on__lte=on, then=Value(ActivityState.RUNNING.value)),
    )
    planned = Value(ActivityState.PLANNED.value)
    return activities.annotate(state_then=Case(*moved, default=planned, output_field=CharField()))


def kits(*, first: date, last: date, place: Place) -> QuerySet[Kit]:
    """Label kits that were issued in the period for products on the ground of the place."""
    found = Kit.objects.filter(
        issued_on__gte=first, issued_on__lte=last, activity__place__in=ground_of(place)
    )
    return found.select_related("activity", "recognition__product__producer").order_by("issued_on", "pk")


def spent_by_line(plan: Plan) -> dict[int, int]:
    """What was paid from each budget line of a plan, in đồng;
    lines from which nothing was paid are left out.
    """
    paid = Cost.objects.filter(budget_line__plan=plan, withdrawn_at__isnull=True).values_list("budget_line")
    return dict(paid.annotate(total=Sum("amount")).order_by())


def spent_on(line: BudgetLine) -> int:
    """What was paid from one budget line, in đồng."""
    total = Cost.objects.filter(budget_line=line, withdrawn_at__isnull=True).aggregate(total=Sum("amount"))[
        "total"
    ]
    return int(total or 0)
