"""What a person may see at a moment: what belongs to the places that the own offices reach."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.casework.communication.rules import NewsState, RecordingState
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.places.models import Succession

if TYPE_CHECKING:
    from ocop.casework.communication.models.news import NewsPage  # noqa: F401 - named in the base below
    from ocop.casework.communication.models.press import PressItem  # noqa: F401
    from ocop.casework.communication.models.recordings import Recording  # noqa: F401

READERS = frozenset({Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER})


def within(places: Collection[int] | models.QuerySet[Any], path: str = "place") -> Q:
    """Rows whose place is one of these or lies in one of them."""
    return (
        Q(**{f"{path}__in": places})
        | Q(**{f"{path}__parent__in": places})
        | Q(**{f"{path}__parent__parent__in": places})
    )


def reached(person: Any, at: datetime) -> Q:
    """Rows of the places of the person's offices, and of what these have taken over;
    of all for the ministry.
    """
    offices = [one.office for one in appointments_on(person, at) if one.role in READERS]
    if any(office.level == Level.MINISTRY for office in offices):
        return Q()
    own = {office.place_id for office in offices if office.place_id is not None}
    if not own:
        return Q(pk__in=[])
    return within(own) | within(Succession.objects.filter(new__in=own).values("old"))


class NewsQuerySet(models.QuerySet["NewsPage"]):
    """Reads of pages."""

    def visible_to(self, person: Any, at: datetime) -> NewsQuerySet:
        """For offices of the programme: their own places' pages in every state,
        others' once they are approved.
        """
        roles = {one.role for one in appointments_on(person, at)}
        if not roles & READERS:
            return self.none()
        return self.filter(reached(person, at) | Q(state=NewsState.PUBLISHED))

    def shown_on(self, day: date) -> NewsQuerySet:
        """Those that everyone may read on a day."""
        return self.filter(state=NewsState.PUBLISHED, publish_on__lte=day)


class PressQuerySet(models.QuerySet["PressItem"]):
    """Reads of the press plan."""

    def visible_to(self, person: Any, at: datetime) -> PressQuerySet:
        """For offices of the programme: what concerns their own places."""
        return self.filter(reached(person, at))


class RecordingQuerySet(models.QuerySet["Recording"]):
    """Reads of recordings."""

    def visible_to(self, person: Any, at: datetime) -> RecordingQuerySet:
        """For offices of the programme: their own places' recordings in every state, others' once everyone
        hears them.
        """
        roles = {one.role for one in appointments_on(person, at)}
        if not roles & READERS:
            return self.none()
        return self.filter(reached(person, at) | Q(state=RecordingState.PUBLISHED))
