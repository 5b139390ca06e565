"""Targets that no record counts: the results that somebody recorded."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.registers.programme.models import Target, TargetResult
from ocop.registers.programme.selectors import recorded_results


def results_of(target: Target, extent: Extent) -> QuerySet[Any]:
    """The live results of a target by the day asked;
    those of one commune, where that commune alone is asked for.
    """
    found = recorded_results(target).filter(on__lte=extent.last)
    return found.filter(place__in=extent.ground) if extent.is_part else found


def record_of_result(row: TargetResult) -> Record:
    """The recorded result as a record, with the amount it adds."""
    address = row.file.get_absolute_url() if row.file else ""
    detail = " · ".join(part for part in (row.place.name if row.place else "", str(row.by)) if part)
    return Record(f"result:{row.pk}", row.note, address, row.on, detail, row.amount)
