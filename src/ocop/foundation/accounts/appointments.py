"""Who holds which role, where, at a moment.
Asked anew every time: a period that ended a second ago counts no more.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone

from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.places.selectors import reaching

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ocop.foundation.places.models import Place


def appointments_on(person: Person | AnonymousUser, at: datetime) -> list[Appointment]:
    """The appointments in force at this moment; none for somebody deactivated or not signed in."""
    return who_is(person, at).appointments


def offices_of(person: Person | AnonymousUser, at: datetime) -> list[Office]:
    """The offices a person works in at this moment, each once."""
    return who_is(person, at).offices


def holds(
    person: Person | AnonymousUser,
    role: Role | str,
    at: datetime,
    place: Place | None = None,
    level: Level | None = None,
) -> bool:
    """Whether the person holds the role at this moment: `Who.holds`."""
    return who_is(person, at).holds(role, place, level)


def people_holding(role: Role | str, at: datetime, place: Place | None = None) -> QuerySet[Person]:
    """The active people for whom `holds` is true, in the order of their names;
    one query beside those for the place.
    """
    appointments = in_force_at(at).filter(role=role)
    if place is not None:
        appointments = appointments.filter(
            Q(office__level=Level.MINISTRY) | Q(office__place__in=reaching(place, timezone.localdate(at))),
        )
    return Person.objects.filter(is_active=True, pk__in=appointments.values("person"))


def in_force_at(at: datetime) -> QuerySet[Appointment]:
    """The appointments in force at a moment, as a queryset."""
    return Appointment.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)
