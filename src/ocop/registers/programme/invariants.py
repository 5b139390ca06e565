"""What must hold of the years of days off."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.foundation.audit.selectors import last_said
from ocop.foundation.invariants import Invariant
from ocop.registers.programme.models import YearOfDaysOff


def days_off_faults() -> Iterator[str]:
    """A year of days off says what its entry in the record says."""
    rows = list(YearOfDaysOff.objects.order_by("pk"))
    recorded = last_said(YearOfDaysOff, {row.pk for row in rows}, "content")
    for row in rows:
        if row.content_hash() != recorded.get(str(row.pk)):
            yield f"days off of {row.year}: not what was entered"


INVARIANTS = (Invariant("days off", days_off_faults),)
