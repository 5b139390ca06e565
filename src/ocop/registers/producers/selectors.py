"""Reads of producers that others share."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from ocop.foundation.ui.refusals import ensure
from ocop.registers.producers import permissions
from ocop.registers.producers.models import Producer, Representative


def producers_of(person: Any, at: datetime) -> QuerySet[Producer]:
    """The producers for which this person may act at this moment."""
    return Producer.objects.acted_for_by(person, at).select_related("commune", "commune__parent")


def people_of(producer: Producer, at: datetime) -> list[Any]:
    """The people who act for the producer at this moment: who is told."""
    open_now = producer.representations.filter(starts_at__lte=at).exclude(ends_at__lte=at).select_related("person")
    return [representation.person for representation in open_now]


def representative(producer: Producer, *, person: Any, at: datetime) -> Representative | None:
    """The legal representative with sensitive details; refused to strangers."""
    ensure(permissions.refuse_see_representative(person, producer, at))
    return Representative.objects.filter(producer=producer).first()
