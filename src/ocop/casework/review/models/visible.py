"""Which meetings a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.casework.review.states import UNFINISHED
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role

if TYPE_CHECKING:
    from ocop.casework.review.models.meetings import Meeting  # noqa: F401 - named in the base below

DESK_ROLES = frozenset({Role.PROVINCE_OFFICER, Role.SECRETARY})
OFFICE_ROLES = DESK_ROLES | {Role.SIGNER, Role.LEADER}


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Reads of meetings."""

    def visible_to(self, person: Any, at: datetime) -> MeetingQuerySet:
        """Meetings of councils on which the person sits,
        and all of those of the own province for its offices.
        """
        if not getattr(person, "is_active", False):
            return self.none()
        seat = Q(council__seats__person=person, council__seats__starts_at__lte=at) & (
            Q(council__seats__ends_at__isnull=True) | Q(council__seats__ends_at__gt=at)
        )
        offices = [a.office.place_id for a in appointments_on(person, at) if a.role in OFFICE_ROLES]
        return self.filter(seat | Q(council__programme__province__in=offices)).distinct()

    def unfinished(self) -> MeetingQuerySet:
        """Planned, postponed or in session."""
        return self.filter(state__in=sorted(UNFINISHED))
