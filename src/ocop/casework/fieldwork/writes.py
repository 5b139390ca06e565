"""What several acts write and whom they tell; nobody is asked here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.formats import date_format

from ocop.casework.fieldwork.models import Visit
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.refusals import Text
from ocop.registers.producers.selectors import people_of


def producers_people(visit: Visit, at: datetime) -> set[Any]:
    """Who acts for the producer."""
    return {*people_of(visit.product.producer, at)}


def commune_people(visit: Visit, at: datetime) -> set[Any]:
    """The officers of the commune where it is."""
    return (
        set() if visit.commune is None else {*people_holding(Role.COMMUNE_OFFICER, at, place=visit.commune)}
    )


def province_people(visit: Visit, at: datetime) -> set[Any]:
    """The officers of the programme's province."""
    return {*people_holding(Role.PROVINCE_OFFICER, at, place=visit.programme.province)}


def team_of(visit: Visit) -> set[Any]:
    """Whoever is sent."""
    return {sent.person for sent in visit.inspectors.select_related("person")}


def tell_of(visit: Visit, people: set[Any], *, kind: str, subject: Text, body: Text, at: datetime) -> None:
    """A message about one visit, with its product and day."""
    tell(
        people,
        kind=f"fieldwork.{kind}",
        subject=words(subject, product=visit.product_name, day=date_format(visit.day, "d/m/Y")),
        body=words(body, producer=visit.producer_name, day=date_format(visit.day, "d/m/Y")),
        url=visit.get_absolute_url(),
        at=at,
    )
