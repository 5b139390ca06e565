"""Which ideas somebody sees: one's own, and those from the ground of one's offices."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who, appointments_of, who_is
from ocop.foundation.places.selectors import grounds_of
from ocop.registers.producers.models import PROVINCE_ROLES, Producer

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ocop.casework.ideas.models.idea import Idea  # noqa: F401 - named in the base below

READERS = PROVINCE_ROLES | {Role.COMMUNE_OFFICER}
"""The roles that see what was sent from the ground of their office."""


def ground_of_offices(who: Who, roles: Collection[Role], level: Level | None = None) -> frozenset[int]:
    """The places, past and present, on the ground of the offices where the person holds one of these roles.

    With a level, only offices of that level count.
    """
    offices = [
        row.office for row in who.appointments if row.role in roles and level in {None, row.office.level}
    ]
    places = {office.place_id for office in offices if office.place_id is not None}
    return frozenset().union(*(who.once(grounds_by_office)[place] for place in places))


def grounds_by_office(person: Person) -> dict[int, frozenset[int]]:
    """The ground, through time, of every office in which the person works at any time, by its place."""
    offices = [row.office for row in who_is(person, timezone.now()).once(appointments_of)]
    return grounds_of({office.place_id: office.place for office in offices if office.place}.values())


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
        return self.filter(place__in=ground, submitted_at__isnull=False) if ground else self.none()

    def visible_to(self, person: Person | AnonymousUser, at: datetime) -> IdeaQuerySet:
        """Own ideas always, and those on the desk."""
        return self.filter(
            Q(pk__in=self.model.objects.own(person, at).values("pk"))
            | Q(pk__in=self.model.objects.on_desk_of(person, at).values("pk"))
        )

    def with_names(self) -> IdeaQuerySet:
        """Loads what every list and head shows."""
        return self.select_related("producer", "place__parent__parent")
