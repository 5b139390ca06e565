"""Who loaded the dossiers of a meeting onto a machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.review.models import Meeting, Seat
from ocop.casework.review.selectors.above import Way
from ocop.casework.room import permissions
from ocop.casework.room.models import PackLoad
from ocop.foundation.accounts.who import Who


@dataclass(frozen=True)
class Loads:
    """What one member loaded: how often, when first and last, how many products at most."""

    seat: Seat
    times: int
    first_at: datetime
    last_at: datetime
    products: int


def loads_of(meeting: Meeting) -> list[Loads]:
    """By member, the first to load first."""
    found = PackLoad.objects.filter(meeting=meeting).order_by().values("seat")
    told = {
        row["seat"]: row
        for row in found.annotate(
            times=Count("pk"), first_at=Min("at"), last_at=Max("at"), most=Max("products")
        )
    }
    seats = Seat.objects.filter(pk__in=told).select_related("person")
    rows = [
        Loads(one, told[one.pk]["times"], told[one.pk]["first_at"], told[one.pk]["last_at"],
              told[one.pk]["most"])
        for one in seats
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.first_at, row.seat.pk))


def loads_way(who: Who, meeting: Meeting) -> Iterator[Way]:
    """From the meeting's page, for the chair and the secretary."""
    if permissions.refuse_see_loads(who, meeting) is None:
        yield Way(_("Ai đã nạp hồ sơ vào máy"), reverse("room:loads", args=[meeting.key]), "smartphone")
