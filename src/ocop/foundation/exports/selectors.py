"""Reads of exports."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ocop.foundation.accounts.models import Person
from ocop.foundation.exports.models import OPEN, Export, ExportQuerySet
from ocop.foundation.exports.rules import KEPT, SAME, ExportState

SHOWN = 50


def keys_of_files() -> set[str]:
    """The key of every file that was made or tried: rows outlive their files."""
    return {one.key_of(number) for one in Export.objects.all() for number in range(1, one.tries + 1)}


def own_exports(person: Person, at: datetime) -> ExportQuerySet:
    """What the person asked for in the last two days, the latest first: a made file lives on for a day."""
    return Export.objects.filter(owner=person, asked_at__gt=at - 2 * KEPT)[:SHOWN]


def own_export(person: Person, pk: UUID) -> Export | None:
    """One of them; None where it is somebody else's, or gone."""
    return Export.objects.filter(owner=person, pk=pk).first()


def same_export(person: Person, address: str, at: datetime) -> Export | None:
    """The file of this list that the person asked for already: not made yet, or a moment ago."""
    asked = Export.objects.filter(owner=person, address=address)
    latest = asked.filter(OPEN).first() or asked.filter(made_at__isnull=False, asked_at__gt=at - SAME).first()
    return latest if latest and latest.state(at) != ExportState.OVER else None


def open_count(person: Person, at: datetime) -> int:
    """How many of the person's exports wait or are being made."""
    return Export.objects.filter(OPEN, owner=person, asked_at__gt=at - KEPT).count()
