"""Which activities a person may see at a moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.places.models import Place
from ocop.registers.producers.models import Producer

if TYPE_CHECKING:
    from ocop.casework.support.models.activity import Activity  # noqa: F401 - named in the base below

READERS = frozenset(
    {
        Role.PROVINCE_OFFICER,
        Role.COMMUNE_OFFICER,
        Role.SECRETARY,
        Role.SIGNER,
        Role.LEADER,
        Role.MINISTRY_OFFICER,
    }
)

_concerns: list[Callable[[models.QuerySet[Producer]], Q]] = []


def register_concern(others: Callable[[models.QuerySet[Producer]], Q]) -> None:
    """Lets a package above name other activities that concern producers: courses that taught their people."""
    if others not in _concerns:
        _concerns.append(others)


def reads_everything(person: Any, at: datetime) -> bool:
    """The ministry reads the help of the whole country."""
    return any(one.role == Role.MINISTRY_OFFICER for one in appointments_on(person, at))


def places_of(person: Any, at: datetime) -> list[int]:
    """The places of the offices in which the person reads or keeps activities."""
    offices = [one.office for one in appointments_on(person, at) if one.role in READERS]
    return [office.place_id for office in offices if office.place_id is not None]


def inside(places: list[int]) -> models.QuerySet[Place]:
    """These places, what they hold, and what either has taken over, as a subquery.

    A district that ended has no successor of its own: it belongs to where its communes went.
    """
    now = Q(pk__in=places) | Q(parent__in=places) | Q(parent__parent__in=places)
    before = (
        Q(successors__in=places)
        | Q(successors__parent__in=places)
        | Q(children__successors__parent__in=places)
    )
    return Place.objects.filter(now | before)


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Reads of activities."""

    def visible_to(self, person: Any, at: datetime) -> ActivityQuerySet:
        """Those in the place of the person's office,
        and those that concern a producer for whom the person acts.
        """
        if not getattr(person, "is_active", False):
            return self.none()
        if reads_everything(person, at):
            return self
        seen = Q(pk__in=self._concerning(person, at))
        if places := places_of(person, at):
            seen |= Q(place__in=inside(places))
        return self.filter(seen)

    def concerning(self, producers: models.QuerySet[Producer]) -> ActivityQuerySet:
        """Those that help one of these producers, bind it by a link, or concern it otherwise."""
        concerned = Q(beneficiaries__producer__in=producers) | Q(parties__producer__in=producers)
        for others in _concerns:
            concerned |= others(producers)
        helped = self.model._default_manager.filter(concerned)
        return self.filter(pk__in=helped.values("pk"))

    def _concerning(self, person: Any, at: datetime) -> models.QuerySet[Any]:
        own = Producer.objects.acted_for_by(person, at)
        return self.model._default_manager.concerning(own).values("pk")

    def with_names(self) -> ActivityQuerySet:
        """Loads what every list and head shows."""
        return self.select_related("place__parent__parent", "plan__place")
