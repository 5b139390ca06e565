"""Wrong passwords and codes, counted in the database, so that every process of the server counts together.

Counted is by account and network address, so that nobody locks a chairperson out from elsewhere; and a
hundred times as many by subnet, so that ten people in one hall who mistype do not keep out all the others.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import F, Q, QuerySet

from ocop.foundation.accounts.models import Person, WrongTries
from ocop.foundation.accounts.rules import (
    MOST_TRIES,
    MOST_TRIES_OF_SUBNET,
    TRIES_LAST,
    machine,
    phone_number,
    sign_in_name,
    subnet,
)
from ocop.foundation.holding import holding

_KEPT = timedelta(days=1)


def person_named(login: str) -> Person | None:
    """Whose sign-in name, e-mail or phone number this is; a number that several have is nobody's."""
    name = login.strip()
    same_mail = Q(email=name.lower()) if "@" in name else Q(pk__in=())
    person = Person.objects.filter(Q(username=sign_in_name(name)) | same_mail).first()
    if person is not None or not (number := phone_number(name)):
        return person
    by_phone = list(Person.objects.filter(phone=number)[:2])
    return by_phone[0] if len(by_phone) == 1 else None


def count(login: str, address: str, at: datetime) -> bool:
    """Counts a try before it is known to be right, so that many at once do not slip through.

    False where there have been too many: then it must not be looked at, right or wrong.
    """
    person = person_named(login)
    with transaction.atomic():
        rows = [_held(person, name, where, at) for name, where in _keys(person, login, address)]
        if any(row.is_locked(at) for row in rows):
            return False
        for row in rows:
            is_first = row.until <= at
            row.count = 1 if is_first else row.count + 1
            row.until = at + TRIES_LAST if is_first or row.is_locked(at) else row.until
            row.save(update_fields=["count", "until"])
    return True


def take_back(login: str, address: str, at: datetime) -> None:
    """It was right: this try does not count. What is a day old goes."""
    for name, where in _keys(person_named(login), login, address):
        WrongTries.objects.filter(name=name, address=where, count__gt=0).update(count=F("count") - 1)
    WrongTries.objects.filter(until__lt=at - _KEPT).exclude(name="").delete()


def clear(person: Person) -> None:
    """Whoever has a new password or a new code begins anew, everywhere."""
    WrongTries.objects.filter(person=person).delete()


def locked(at: datetime) -> QuerySet[WrongTries]:
    """Where nobody gets in at this moment, the latest first."""
    enough = Q(name="", count__gte=MOST_TRIES_OF_SUBNET) | Q(~Q(name=""), count__gte=MOST_TRIES)
    return WrongTries.objects.filter(enough, until__gt=at).select_related("person")


def _keys(person: Person | None, login: str, address: str) -> list[tuple[str, str]]:
    """The account at the address, and the subnet; always in this order, so that nobody waits in a circle."""
    digest = sha256(login.strip().lower().encode()).hexdigest()
    name = person.username if person is not None else f"?{digest[:40]}"  # no sign-in name begins so
    return [(name, machine(address)), ("", subnet(address))]


def _held(person: Person | None, name: str, where: str, at: datetime) -> WrongTries:
    facts = {"person": person if name else None, "until": at}
    WrongTries.objects.get_or_create(name=name, address=where, defaults=facts)
    return holding(WrongTries.objects).get(name=name, address=where)
