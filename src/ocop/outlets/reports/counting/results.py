"""Targets that no record counts: the results that somebody recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import QuerySet

from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.registers.programme.models import Target, TargetResult
from ocop.registers.programme.selectors import recorded_results, total_recorded


def results_of(target: Target, extent: Extent) -> QuerySet[Any]:
    """The live results of a target by the day asked;
    those of one commune, where that commune alone is asked for.
    """
    found = recorded_results(target).filter(on__lte=extent.last)
    return found.filter(place__in=extent.ground) if extent.is_part else found


def recorded_of(
    asked: Sequence[tuple[Target, Extent]], *, since: date = date.min
) -> dict[int, int | Decimal]:
    """What each of these targets comes to by its live results, since a day where one is given. One query."""
    if not asked:
        return {}
    live: dict[int, list[TargetResult]] = defaultdict(list)
    for row in reduce(or_, (results_of(target, extent) for target, extent in asked)).filter(on__gte=since):
        live[row.target_id].append(row)
    return {target.pk: total_recorded(target, live[target.pk]) for target, _extent in asked}


def record_of_result(row: TargetResult) -> Record:
    """The recorded result as a record, with the amount it adds."""
    address = row.file.get_absolute_url() if row.file else ""
    detail = " · ".join(part for part in (row.place.name if row.place else "", str(row.by)) if part)
    return Record(f"result:{row.pk}", row.note, address, row.on, detail, row.amount)
