"""Reading people: who holds what, where, at a moment, and finding somebody by name."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone

from ocop.foundation.accounts.appointments import (
    appointments_on,
    holds,
    in_force_at,
    offices_of,
    people_holding,
)
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.permissions import refuse_manage_people
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

__all__ = [
    "appointments_on",
    "communes_without_office",
    "find_people",
    "holds",
    "in_force_at",
    "leaders_of",
    "manageable_offices",
    "manageable_places",
    "offices_of",
    "own_province",
    "people_holding",
    "roles_of",
]


def find_people(text: str) -> QuerySet[Person]:
    """People whose name, sign-in name, e-mail or phone answers to every word of the text."""
    return Person.objects.filter(search_text__finds=text)


def manageable_offices(person: Person | AnonymousUser, at: datetime) -> QuerySet[Office]:
    """The offices to which an operator may appoint: those inside their own place."""
    return Office.objects.filter(_inside("place", _operated(person, at))).select_related("place__parent")


def manageable_places(person: Person | AnonymousUser, at: datetime) -> QuerySet[Place]:
    """The places, standing on that day, where an operator opens offices;
    all of them for who manages the country.
    """
    inside = _inside("", _operated(person, at))
    return Place.objects.existing_on(timezone.localdate(at)).filter(inside).select_related("parent")


def own_province(person: Person | AnonymousUser, at: datetime) -> Place | None:
    """The province, standing on that day, in whose office the person is operator;
    None for who has no such office.
    """
    places = [row.office.place for row in appointments_on(person, at) if row.role == Role.OPERATOR]
    return next((place for place in places if place and place.stands(timezone.localdate(at))), None)


def roles_of(person: Person, at: datetime) -> set[Role]:
    """The roles a person works in at this moment;
    whoever repairs the installation is an operator without an office.
    """
    roles = {Role(appointment.role) for appointment in appointments_on(person, at)}
    return roles | {Role.OPERATOR} if refuse_manage_people(person, at) is None else roles


def communes_without_office(province: Place, at: datetime) -> QuerySet[Place]:
    """The communes of a province, standing on that day, in which no office has been opened yet."""
    return communes_of(province, timezone.localdate(at)).filter(offices__isnull=True)


def leaders_of(office_name: str, place: Place, at: datetime) -> list[Appointment]:
    """Who leads an office or signs for it at a moment, the head before deputies."""
    rows = in_force_at(at).filter(
        office__name=office_name, office__place=place, role__in=(Role.LEADER, Role.SIGNER)
    )
    titled = [row for row in rows.select_related("person").order_by("starts_at", "id") if row.title]
    return sorted(titled, key=lambda row: row.title.lower().startswith("phó "))


def _operated(person: Person | AnonymousUser, at: datetime) -> list[int] | None:
    """The ids of the places that the person operates; None for the whole country."""
    offices = [row.office for row in appointments_on(person, at) if row.role == Role.OPERATOR]
    if (person.is_active and person.is_superuser) or any(
        office.level == Level.MINISTRY for office in offices
    ):
        return None
    return [office.place_id for office in offices if office.place_id]


def _inside(path: str, places: list[int] | None) -> Q:
    """Rows whose place is one of these or lies in one of them."""
    if places is None:
        return Q()
    steps = [path or "pk", *(f"{path}__{up}".lstrip("_") for up in ("parent", "parent__parent"))]
    condition = Q(pk__in=[])
    for step in steps:
        condition |= Q(**{f"{step}__in": places})
    return condition
