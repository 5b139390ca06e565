"""Reads of products that others share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from ocop.registers.producers.selectors import producers_of
from ocop.registers.products.models import Photo, Product, Recognition
from ocop.registers.products.rules import RecordStatus, Standing, standing

PUBLIC_STATUSES = (RecordStatus.RECOGNISED, RecordStatus.REVOKED)


def standing_of(recognition: Recognition, on: date) -> Standing:
    """The standing of a recognition on a day; its events must be prefetched where many are asked."""
    events = [event.as_event() for event in recognition.events.all()]
    return standing(recognition.status_code, recognition.valid_from, recognition.expires_on, events, on)


def products_of(person: Any, at: datetime) -> QuerySet[Product]:
    """The products of the producers for which this person may act."""
    return Product.objects.filter(producer__in=producers_of(person, at)).select_related("producer", "commune")


def shown_photos() -> Prefetch:
    """Prefetch of a product's photographs that are shown, as `shown_photos`."""
    return Prefetch("photos", Photo.objects.filter(is_withdrawn=False).select_related("file"), to_attr="shown_photos")


def public_recognitions() -> Prefetch:
    """Prefetch of the recognitions that the public sees, newest first, with events, as `public_recognitions`."""
    return Prefetch(
        "recognitions",
        Recognition.objects.filter(status_code__in=PUBLIC_STATUSES).prefetch_related("events"),
        to_attr="public_recognitions",
    )


def public_products() -> QuerySet[Product]:
    """Products of the public catalogue: those with at least one recognition on record."""
    return (
        Product.objects.filter(recognitions__status_code__in=PUBLIC_STATUSES)
        .distinct()
        .select_related("producer", "commune", "commune__parent")
        .prefetch_related(shown_photos(), public_recognitions())
    )


def current_recognition(recognitions: Iterable[Recognition], on: date) -> Recognition | None:
    """The recognition that a page shows first: one that holds today, else the newest."""
    ordered = list(recognitions)
    return next((r for r in ordered if standing_of(r, on).is_good), ordered[0] if ordered else None)
