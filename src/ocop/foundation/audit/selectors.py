"""Reading the record: the history of any object, and whether the chain still holds."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.rules import Break, first_break


def history(*objects: models.Model) -> models.QuerySet[Entry]:
    """Every act on any of these objects, newest first.

    A model that was moved from one package to another names its earlier types in `recorded_as`: what was
    recorded stays as it was written.
    """
    condition = Q(pk__in=[])
    for obj in objects:
        types = (obj._meta.label_lower, *getattr(obj, "recorded_as", ()))
        condition |= Q(object_type__in=types, object_id=str(obj.pk))
    return Entry.objects.filter(condition).order_by("-sequence").select_related("by")


def verify_chain() -> Break | None:
    """The first fault of the whole chain, read in order; None where every entry holds."""
    return first_break(Entry.objects.order_by("sequence").iterator(chunk_size=2000))
