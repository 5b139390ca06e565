"""What the acts of this package are about: somebody's account, and a lock after wrong tries."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person, WrongTries
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter


def find_person(_who: Who, pk: int) -> Person:
    """Somebody with an account; what is known of them is read once."""
    person = get_object_or_404(Person, pk=pk)
    person.known = {}
    return person


def find_lock(_who: Who, pk: int) -> WrongTries:
    """The wrong tries from one address."""
    lock = get_object_or_404(WrongTries.objects.select_related("person"), pk=pk)
    if lock.person is not None:
        lock.person.known = {}
    return lock


def head(person: Person) -> dict[str, Any]:
    """What the head of every page about an account says."""
    return {"name": str(person), "details": [(_("Tên đăng nhập"), person.username)]}


PERSON = Matter(
    space="recovery",
    address="nguoi-dung/<int:pk>/",
    find=find_person,
    keys=lambda person: {"pk": person.pk},
    back=lambda person: reverse("accounts:person", args=[person.pk]),
    head=head,
)

LOCK = Matter(
    space="recovery",
    address="dang-nhap-sai/<int:pk>/",
    find=find_lock,
    keys=lambda lock: {"pk": lock.pk},
    back=lambda _lock: reverse("recovery:locks"),
)
