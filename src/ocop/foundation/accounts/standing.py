"""Who holds which role, where, at a moment.
Asked anew every time: a period that ended a second ago counts no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone

from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.places import selectors as places

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ocop.foundation.places.models import Place


def appointments_on(person: Person | AnonymousUser, at: datetime) -> list[Appointment]:
    """The appointments in force at this moment; none for somebody deactivated or not signed in."""
    if not isinstance(person, Person) or not person.is_active:
        return []
    if person.at_hand is not None:
        rows = person.at_hand.appointments
    else:
        rows = list(person.appointments.select_related("office__place__parent"))
    return [appointment for appointment in rows if appointment.is_in_force(at)]


def offices_of(person: Person | AnonymousUser, at: datetime) -> list[Office]:
    """The offices a person works in at this moment, each once."""
    return list(
        {appointment.office_id: appointment.office for appointment in appointments_on(person, at)}.values()
    )


def holds(
    person: Person | AnonymousUser,
    role: Role | str,
    at: datetime,
    place: Place | None = None,
    level: Level | None = None,
) -> bool:
    """Whether the person holds the role at this moment; with a place, whether that role reaches the place.

    With a level, only offices of that level count.

    A role in an office reaches its own place, everything inside it, and what has become part of either since.
    A role in the ministry reaches the whole country.
    """
    offices = [
        appointment.office
        for appointment in appointments_on(person, at)
        if appointment.role == role and level in {None, appointment.office.level}
    ]
    if place is None or not offices:
        return bool(offices)
    reached = _reaching(place, at)
    return any(office.level == Level.MINISTRY or office.place_id in reached for office in offices)


def people_holding(role: Role | str, at: datetime, place: Place | None = None) -> QuerySet[Person]:
    """The active people for whom `holds` is true, in the order of their names;
    one query beside those for the place.
    """
    appointments = in_force_at(at).filter(role=role)
    if place is not None:
        appointments = appointments.filter(
            Q(office__level=Level.MINISTRY) | Q(office__place__in=_reaching(place, at)),
        )
    return Person.objects.filter(is_active=True, pk__in=appointments.values("person"))


def in_force_at(at: datetime) -> QuerySet[Appointment]:
    """The appointments in force at a moment, as a queryset."""
    return Appointment.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)


def _reaching(place: Place, at: datetime) -> set[int]:
    """The ids of every place whose offices reach this place that day:
    itself, what holds it, and their successors.
    """
    day = timezone.localdate(at)
    reached: set[int] = set()
    for unit in (place, *_today(place, day)):
        reached.update(_upwards(unit))
    return reached


def _today(place: Place, day: date) -> list[Place]:
    """What an abolished place has become; nothing for one without an end."""
    return [] if place.valid_to is None else list(places.today_of(place, day))


def _upwards(place: Place) -> Iterator[int]:
    """The place and every unit that holds it."""
    unit: Place | None = place
    while unit is not None:
        yield unit.pk
        unit = unit.parent if unit.parent_id else None
