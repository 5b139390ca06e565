"""What the acts of this package are about: people with an account, their appointments, offices."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from ocop.foundation.accounts.models import Appointment, Person
from ocop.foundation.accounts.permissions import refuse_manage_place
from ocop.foundation.accounts.rules import Level
from ocop.foundation.accounts.selectors import own_province
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, ensure
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place


def find_person(_who: Who, pk: int) -> Person:
    """Somebody with an account."""
    return get_object_or_404(Person, pk=pk)


def find_appointment(_who: Who, pk: int) -> Appointment:
    """One of somebody's appointments."""
    return get_object_or_404(Appointment.objects.select_related("person", "office__place__parent"), pk=pk)


def province_asked(who: Who, query: Mapping[str, str]) -> Place | None:
    """The province named in the address (`tinh`), refused outside one's place;
    else that of one's own office.
    """
    if not (code := query.get("tinh", "")):
        return own_province(who.person, who.at)
    found = place(code, Level.PROVINCE, timezone.localdate(who.at))
    if found is None:
        raise Http404
    ensure(refuse_manage_place(who.person, found, who.at))
    return found


def _people_page(_none: object = None) -> str:
    return reverse("accounts:people")


def _person_page(person: Person) -> str:
    return reverse("accounts:person", args=[person.pk])


def _offices_page(_none: object = None) -> str:
    return reverse("accounts:offices")


PEOPLE = Matter(
    space="accounts",
    address="nguoi-dung/",
    back=_people_page,
    head=lambda _none: {"cancel_url": _people_page()},
)
PERSON = Matter(
    space="accounts",
    address="nguoi-dung/<int:pk>/",
    find=find_person,
    keys=lambda person: {"pk": person.pk},
    back=_person_page,
    head=lambda person: {"cancel_url": _person_page(person)},
)
APPOINTMENT = Matter(
    space="accounts",
    address="phan-cong/<int:pk>/",
    find=find_appointment,
    keys=lambda row: {"pk": row.pk},
    back=lambda row: _person_page(row.person),
)
OFFICES = Matter(
    space="accounts",
    address="co-quan/",
    back=_offices_page,
    head=lambda _none: {"cancel_url": _offices_page()},
)
