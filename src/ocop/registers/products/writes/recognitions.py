"""Recognitions: the facts of the register, and what happened to them after their issue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.models import Paper
from ocop.registers.products.models import Product, Recognition, RecognitionEvent
from ocop.registers.products.rules import EventKind, RecordStatus, standing
from ocop.registers.products.writes.listings import list_anew


@recorded
def record_recognition(
    product: Product, *, fields: Mapping[str, Any], by: Person, at: datetime
) -> Recognition:
    """Writes a recognition into the register. Called by the signing of a decision and by the register import.

    A decision of 3 stars or more replaces the recognition that the product held until then.
    """
    recognition = Recognition.objects.create(product=product, **fields)
    if recognition.status_code == RecordStatus.RECOGNISED and recognition.valid_from:
        _replace_earlier(recognition)
    record(
        "recognition.record",
        recognition,
        by=by,
        at=at,
        data={"stars": recognition.stars, "year": recognition.year},
    )
    list_anew([product.pk])
    return recognition


def _replace_earlier(recognition: Recognition) -> None:
    """Marks recognitions of the same product that still run, or run on by an extension, as replaced from the
    day the new one begins.
    """
    begins: date = recognition.valid_from  # type: ignore[assignment]
    extended = RecognitionEvent.objects.filter(recognition=OuterRef("pk"), kind=EventKind.EXTENDED)
    running = recognition.product.recognitions.filter(
        Q(expires_on__gte=begins) | Exists(extended), status_code=RecordStatus.RECOGNISED
    ).exclude(pk=recognition.pk)
    eve = begins - timedelta(days=1)
    for earlier in running.prefetch_related("events"):
        known = [event.as_event() for event in earlier.events.all()]
        was = standing(earlier.status_code, earlier.valid_from, earlier.expires_on, known, eve)
        runs = earlier.expires_on is not None and earlier.expires_on >= begins
        if not runs and not was.is_good:
            continue  # its extension was over
        RecognitionEvent.objects.create(recognition=earlier, on=begins, kind=EventKind.REPLACED)


@recorded
def record_event(
    recognition: Recognition,
    *,
    kind: str,
    on: date,
    by: Person,
    at: datetime,
    paper: Paper | None = None,
    reason: str = "",
) -> RecognitionEvent:
    """Writes what happened to a recognition after its issue."""
    event = RecognitionEvent.objects.create(recognition=recognition, on=on, kind=kind, paper=paper)
    record(f"recognition.{kind}", recognition, by=by, at=at, reason=reason, data={"on": on.isoformat()})
    list_anew([recognition.product_id])
    return event
