"""Villages and sites to visit: those that help brought to a result, and those on show here, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.selectors import live_in
from ocop.outlets.reports.counting.activities import finished_of, record_of_activity
from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.joined import Joined

RULE = "tourism"


def with_villages(counter: Counter, kinds: Sequence[str]) -> Counter:
    """The same counter and villages and sites on show, where no finished help stands for them."""
    return replace(counter, rows=_rows(kinds), record=_record)


def _rows(kinds: Sequence[str]) -> Callable[[Extent], Any]:
    made = finished_of(kinds)

    def rows(extent: Extent) -> Any:
        helped = made(extent)
        if extent.set_numbers or extent.legal_forms or extent.recognition_years:
            return helped  # a village has neither set nor form nor year
        return Joined(helped, live_in(extent.first, extent.last, extent.ground))

    return rows


def _record(row: Any) -> Record:
    if not isinstance(row, Spot):
        return record_of_activity(row)
    on = row.live_since.date() if row.live_since else None
    return Record(f"spot:{row.pk}", row.name, row.public_url, on, _("trang ở đây"))
