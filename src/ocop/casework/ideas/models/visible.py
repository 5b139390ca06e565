"""Which ideas somebody sees: one's own, and those from the ground of one's offices."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who, appointments_of, who_is
from ocop.foundation.places.models import Ground
from ocop.foundation.places.selectors import grounds_of
from ocop.registers.producers.models import PROVINCE_ROLES, Producer

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ocop.casework.ideas.models.idea import Idea  # noqa: F401 - named in the base below

READERS = PROVINCE_ROLES | {Role.COMMUNE_OFFICER}
"""The roles that see what was sent from the ground of their office."""


def ground_of_offices(who: Who, roles: Collection[Role], level: Level | None = None) -> models.QuerySet[Any]:
    """The places, past and present, on the ground of the offices where the person holds one of these roles:
    by id, as a subquery.

    With a level, only offices of that level count.
    """
    return grounds_of(_places(who, roles, level))


def decides_at(who: Who, place: int, level: Level) -> bool:
    """Whether the place (by id) lies on the ground of an office of this level where the person is the officer
    of the commune, or of the district of then.
    """
    grounds = who.once(grounds_by_office)
    return any(place in grounds[unit] for unit in _places(who, {Role.COMMUNE_OFFICER}, level))


def _places(who: Who, roles: Collection[Role], level: Level | None) -> set[int]:
    offices = [
        row.office for row in who.appointments if row.role in roles and level in {None, row.office.level}
    ]
    return {office.place_id for office in offices if office.place_id is not None}


def grounds_by_office(person: Person) -> dict[int, set[int]]:
    """By its place, the ground through time of every office in which the person is at any time the officer of
    a commune.
    """
    mine = who_is(person, timezone.now()).once(appointments_of)
    units = {row.office.place_id for row in mine if row.role == Role.COMMUNE_OFFICER}
    grounds: dict[int, set[int]] = {unit: set() for unit in units if unit is not None}
    for unit, part in Ground.objects.filter(unit__in=grounds.keys()).values_list("unit", "part"):
        grounds[unit].add(part)
    return grounds


class IdeaQuerySet(models.QuerySet["Idea"]):
    """Reads of ideas."""

    def own(self, person: Person | AnonymousUser, at: datetime) -> IdeaQuerySet:
        """Those that the person wrote down, for whomever,
        and those of producers for whom the person may act.
        """
        if not who_is(person, at).is_active:
            return self.none()
        producers = Producer.objects.acted_for_by(person, at).values("pk")
        return self.filter(Q(created_by=person) | Q(producer__in=producers))

    def on_desk_of(self, person: Person | AnonymousUser, at: datetime) -> IdeaQuerySet:
        """Those that were sent from the ground of an office where the person works;
        the ground through time.
        """
        ground = ground_of_offices(who_is(person, at), READERS)
        return self.filter(place__in=ground, submitted_at__isnull=False)

    def visible_to(self, person: Person | AnonymousUser, at: datetime) -> IdeaQuerySet:
        """Own ideas always, and those on the desk."""
        return self.filter(
            Q(pk__in=self.model.objects.own(person, at).values("pk"))
            | Q(pk__in=self.model.objects.on_desk_of(person, at).values("pk"))
        )

    def with_names(self) -> IdeaQuerySet:
        """Loads what every list and head shows."""
        return self.select_related("producer", "place__parent__parent")
