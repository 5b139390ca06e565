"""Which plans a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.registers.programme.rules import OFFICIAL, PlanState

if TYPE_CHECKING:
    from ocop.registers.programme.models.plans import Plan  # noqa: F401 - named in the base below

READERS = frozenset({Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER, Role.COMMUNE_OFFICER})


def provinces_of(person: Any, at: datetime, roles: frozenset[Role]) -> set[int]:
    """The provinces of the offices where the person has one of the roles."""
    places = [one.office.place for one in appointments_on(person, at) if one.role in roles]
    return {place.province.pk for place in places if place is not None}


def with_former(provinces: set[int]) -> Q:
    """Plans of these provinces and of those that they took over."""
    return Q(place__in=provinces) | Q(place__followed_by__new__in=provinces)


class PlanQuerySet(models.QuerySet["Plan"]):
    """Reads of plans."""

    def visible_to(self, person: Any, at: datetime) -> PlanQuerySet:
        """Those of the own province and what it took over; drafts for its officers only;
        the ministry reads all.
        """
        written = self.filter(state__in=OFFICIAL)
        if any(one.role == Role.MINISTRY_OFFICER for one in appointments_on(person, at)):
            return written
        read = self._ids(Q(state__in=OFFICIAL), provinces_of(person, at, READERS))
        prepared = self._ids(
            ~Q(state=PlanState.DROPPED), provinces_of(person, at, frozenset({Role.PROVINCE_OFFICER}))
        )
        return self.filter(Q(pk__in=read) | Q(pk__in=prepared))

    def _ids(self, kept: Q, provinces: set[int]) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(kept & with_former(provinces)).values("pk")

    def live(self) -> PlanQuerySet:
        """All but drafts that were dropped."""
        return self.exclude(state=PlanState.DROPPED)

    def with_names(self) -> PlanQuerySet:
        """Loads what every list and head shows."""
        return self.select_related("place", "frame", "paper__file")
