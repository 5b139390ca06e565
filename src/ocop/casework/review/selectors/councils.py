"""Reads of councils: who sits on them, which rules are in force, who is missing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from ocop.casework.review.models import Council, Seat, WorkingRules
from ocop.casework.review.permissions.councils import OFFICE_READERS
from ocop.casework.review.permissions.who import holds_seat, seats_held, seats_of
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.rules.composition import missing_agencies
from ocop.foundation.accounts.who import who_is

_ORDER = {function.value: place for place, function in enumerate(Function)}


def councils_visible_to(person: Any, at: datetime) -> QuerySet[Council]:
    """Councils on which the person sits, and all of those of the own province for its offices."""
    who = who_is(person, at)
    provinces = [row.office.place_id for row in who.appointments if row.role in OFFICE_READERS]
    own = [seat.council_id for seat in seats_of(who)]
    return Council.objects.filter(Q(programme__province__in=provinces) | Q(pk__in=own)).select_related(
        "programme__province", "established_by", "team_by"
    )


def sits_on_council(person: Any, at: datetime) -> bool:
    """Whether the person has a seat on a council, or will."""
    who = who_is(person, at)
    return who.is_somebody and holds_seat(who.person, at)  # type: ignore[arg-type]


def members_of(council: Council, at: datetime) -> list[Seat]:
    """The seats held now: chair, vice-chairs, members, secretary."""
    seats = seats_held(at).filter(council=council).select_related("person", "authorised_by", "seated_by")
    return sorted(seats, key=lambda seat: (_ORDER[seat.function], seat.pk))


def former_members(council: Council, at: datetime) -> list[Seat]:
    """The seats that ended, the last first."""
    ended = Seat.objects.filter(council=council, ends_at__lte=at).select_related("person", "ended_by")
    return list(ended.order_by("-ends_at", "-pk"))


def rules_in_force(council: Council, at: datetime) -> WorkingRules | None:
    """The version of the working rules that holds today."""
    day = timezone.localdate(at)
    versions = council.working_rules.filter(effective_on__lte=day).select_related("issued_by")
    return versions.order_by("-effective_on").first()


def agencies_missing(council: Council, at: datetime) -> list[Agency]:
    """Agencies that the decree names and nobody on the council comes from (R26-27): a warning, no bar."""
    return missing_agencies(seats_held(at).filter(council=council).values_list("agency", flat=True))
