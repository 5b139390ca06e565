"""Reads of plans."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from ocop.registers.programme.models import Plan, Target, TargetResult
from ocop.registers.programme.models.exact import exact
from ocop.registers.programme.models.visible import with_former
from ocop.registers.programme.selectors.programme import current


def plan_for(year: int, place_code: str | None = None) -> Plan | None:
    """The plan of a year: of the province with this code, else of the programme's province or of one that it
    took over.

    The own province comes first; among former ones the one of the same name (Lào Cai before Yên Bái).
    """
    plans = Plan.objects.live().with_names().filter(year=year)
    if place_code is not None:
        return plans.filter(place__code=place_code).order_by("-place__valid_from").first()
    programme = current()
    if programme is None:
        return None
    home = programme.province
    found = list(plans.filter(with_former({home.pk})).distinct())
    return min(
        found, key=lambda one: (one.place_id != home.pk, one.place.name != home.name, one.pk), default=None
    )


def plans_visible_to(person: Any, at: datetime) -> QuerySet[Plan]:
    """The plans that a person may read, with their names."""
    return Plan.objects.visible_to(person, at).with_names()


def targets_of(plan: Plan) -> QuerySet[Target]:
    """The targets in force, in the plan's order, with the places that narrow them."""
    return plan.targets.filter(in_force=True).select_related("place__parent__parent")


def recorded_results(target: Target) -> QuerySet[Any]:
    """The results by hand that count, with where and what shows them."""
    return target.results.filter(withdrawn_at__isnull=True).select_related("place", "file", "by")


def total_recorded(target: Target, live: Iterable[TargetResult]) -> int | Decimal:
    """What recorded results come to: their sum; of a share in per cent the latest."""
    rows = sorted(live, key=lambda row: (row.on, row.pk))
    if target.is_share:
        return rows[-1].amount if rows else 0
    return exact(sum((Decimal(row.amount) for row in rows), Decimal(0))) or 0


def plan_at(place_code: str, year: int, person: Any, at: datetime) -> Plan | None:
    """The plan of an address, where the person may read it."""
    found = plans_visible_to(person, at).filter(Q(place__code=place_code), year=year)
    return found.order_by("-place__valid_from").first()
