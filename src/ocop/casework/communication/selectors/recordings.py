"""What everyone may hear."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.db.models import Case, IntegerField, Value, When

from ocop.casework.communication.models import Recording
from ocop.casework.communication.models.visible import RecordingQuerySet
from ocop.casework.communication.rules import RecordingState, Tongue, Topic


def heard(*, language: str = "", topic: str = "") -> RecordingQuerySet:
    """The published recordings, in the order in which people come to what they explain; of one language or
    topic where it is named.
    """
    rows = Recording.objects.filter(state=RecordingState.PUBLISHED)
    if language:
        rows = rows.filter(language=language)
    if topic:
        rows = rows.filter(topic=topic)
    placed = rows.annotate(topic_at=_in_turn("topic", Topic), tongue_at=_in_turn("language", Tongue))
    return placed.order_by("topic_at", "tongue_at", "-published_at", "-pk")


def _in_turn(field: str, known: Iterable[StrEnum]) -> Case:
    """The place of a value in the order in which its kind names it."""
    places = [When(**{field: one.value}, then=Value(n)) for n, one in enumerate(known)]
    return Case(*places, output_field=IntegerField())
