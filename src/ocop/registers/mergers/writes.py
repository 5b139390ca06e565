"""What a merger brings about: the office of the new unit, its people, and the day itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from ocop.foundation.accounts.acts import open_office
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.rules import Body, Level
from ocop.foundation.accounts.who import forget
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.places.actions import follow_places
from ocop.foundation.places.models import Place
from ocop.registers.mergers.models import Merger
from ocop.registers.mergers.selectors import appointments_after, midnight
from ocop.registers.producers.models import Producer


@dataclass(frozen=True)
class Placed:
    """A producer of a divided commune that lies in one of the new ones from now on."""

    producer: Producer
    old: Place
    unit: Place
    by: Person
    at: datetime


_followed: list[Callable[[Placed], None]] = []


def register_placed(follow: Callable[[Placed], None]) -> None:
    """Lets a package above take its rows along when a producer was placed, in the act's transaction."""
    if follow not in _followed:
        _followed.append(follow)


def follow_placed(placed: Placed) -> None:
    """What comes of it above."""
    for follow in _followed:
        follow(placed)


def open_offices(news: Sequence[Place], *, by: Person, at: datetime) -> list[Office]:
    """The People's Committee of each new unit."""
    return [
        open_office(
            level=Level.COMMUNE, body=Body.PEOPLE_COMMITTEE, place=unit, name=f"Ủy ban nhân dân {unit}",
            by=by, at=at,
        )
        for unit in news
    ]  # fmt: skip


def move_people(merger: Merger, olds: Sequence[Place], office: Office, *, by: Person, at: datetime) -> int:
    """Ends the appointments in the old offices at midnight of the day, and gives the same roles in the new
    one from then; says how many. Nobody gets a role twice.
    """
    begins, given = midnight(merger.on), set()
    rows = list(appointments_after(olds, merger.on))
    for row in rows:
        ends_at = row.ends_at
        row.ends_at = begins
        row.save(update_fields=["ends_at"])
        record("appointment.end", row, by=by, at=at, reason=str(merger), data={"merger": merger.pk})
        if (row.person_id, row.role) not in given:
            given.add((row.person_id, row.role))
            made = Appointment.objects.create(
                person=row.person, office=office, role=row.role, title=row.title, starts_at=begins,
                ends_at=ends_at,
            )  # fmt: skip
            record("appointment.appoint", made, by=by, at=at, reason=str(merger), data={"merger": merger.pk})
        forget(row.person)
    return len(given)


@recorded
def settle(*, at: datetime) -> int:
    """Brings what lists keep of places up to date for mergers whose day has come; says for how many. Again:
    does nothing.
    """
    due = Merger.objects.filter(settled_at__isnull=True, on__lte=timezone.localdate(at))
    rows = list(holding(due).order_by("pk"))
    if rows:
        follow_places()
        Merger.objects.filter(pk__in=[row.pk for row in rows]).update(settled_at=at)
    return len(rows)
