"""Websites that are live: those that help made, and producers' sites on show here, each producer once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import OuterRef
from django.utils.translation import gettext as _

from ocop.casework.sites.models import Site
from ocop.casework.sites.selectors import address_of_site, live_in
from ocop.casework.support.models import Beneficiary
from ocop.casework.support.rules import ActivityState
from ocop.outlets.reports.counting.activities import finished_of, record_of_activity
from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.extent import Extent, Record, recognised_in_years
from ocop.outlets.reports.counting.joined import Joined
from ocop.registers.producers.models import Producer

RULE = "websites"


def with_sites(counter: Counter, kinds: Sequence[str]) -> Counter:
    """The same counter, to which sites on show are added where no finished help made the producer one."""
    return replace(counter, rows=_rows(kinds), record=_record)


def _rows(kinds: Sequence[str]) -> Callable[[Extent], Any]:
    made = finished_of(kinds)

    def rows(extent: Extent) -> Joined:
        helped = Beneficiary.objects.filter(
            activity__kind__in=kinds, activity__state=ActivityState.FINISHED, producer__isnull=False
        )
        producers = Producer.objects.filter(extent.of_producer())
        if extent.recognition_years:
            producers = producers.filter(recognised_in_years(extent, producer=OuterRef("pk")))
        sites = live_in(extent.first, extent.last, producers).exclude(producer__in=helped.values("producer"))
        return Joined(made(extent), sites)

    return rows


def _record(row: Any) -> Record:
    if not isinstance(row, Site):
        return record_of_activity(row)
    on = row.live_since.date() if row.live_since else None
    return Record(f"site:{row.pk}", row.producer.name, address_of_site(row), on, _("trang ở đây"))
