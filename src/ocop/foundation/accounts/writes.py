"""What several acts write; nobody is asked."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.foundation.accounts.models import Appointment
from ocop.foundation.holding import holding
from ocop.foundation.places.models import Place


def hold_places(places: Iterable[int]) -> None:
    """One at a time opens offices in a place, one by one or many at once: whoever waits sees what is there by
    then.

    Not a lock of the key: whatever refers to a place goes on being written.
    """
    list(holding(Place.objects).filter(pk__in=places).order_by("pk").values_list("pk"))


def facts_of(appointment: Appointment) -> dict[str, str]:
    """What the record keeps of an appointment, readable without the tables."""
    return {
        "role": str(appointment.role),
        "office": str(appointment.office),
        "title": appointment.title,
        "starts_at": appointment.starts_at.isoformat(),
        "ends_at": appointment.ends_at.isoformat() if appointment.ends_at else "",
    }
