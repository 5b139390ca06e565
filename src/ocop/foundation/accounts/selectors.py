"""Reading people: who holds what, where, at a moment, and finding somebody by name."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from ocop.foundation.accounts.models import Office, Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.standing import appointments_on, holds, in_force_at, offices_of, people_holding
from ocop.foundation.places.models import Place
from ocop.kernel.text import fold

__all__ = [
    "appointments_on",
    "find_people",
    "holds",
    "in_force_at",
    "manageable_offices",
    "manageable_places",
    "offices_of",
    "people_holding",
]


def find_people(text: str) -> QuerySet[Person]:
    """People whose name, sign-in name, e-mail or phone holds every word of the text, with or without diacritics."""
    people = Person.objects.all()
    for word in fold(text).split():
        people = people.filter(search_text__contains=word)
    return people


def manageable_offices(person: Person, at: datetime) -> QuerySet[Office]:
    """The offices to which an operator may appoint: those inside their own place."""
    return Office.objects.filter(_inside("place", _operated(person, at))).select_related("place__parent")


def manageable_places(person: Person, at: datetime) -> QuerySet[Place]:
    """The places, standing on that day, where an operator opens offices; the provinces for who manages the country."""
    standing = Place.objects.standing(timezone.localdate(at))
    operated = _operated(person, at)
    found = standing.filter(level=Level.PROVINCE) if operated is None else standing.filter(_inside("", operated))
    return found.select_related("parent")


def _operated(person: Person, at: datetime) -> list[int] | None:
    """The ids of the places that the person operates; None for the whole country."""
    offices = [row.office for row in appointments_on(person, at) if row.role == Role.OPERATOR]
    if (person.is_active and person.is_superuser) or any(office.level == Level.MINISTRY for office in offices):
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
