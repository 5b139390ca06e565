"""Reading the record: the history of any object, and whether the chain still holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Max, Q

from ocop.foundation.audit.models import Entry, Head
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
    return Entry.objects.filter(condition).order_by("-sequence").select_related("by").defer("vouched")


def verify_chain() -> Break | None:
    """The first fault of the whole chain, read in order up to its head; None where every entry holds."""
    head = Head.objects.filter(pk=1).first() or Head()
    links = Entry.objects.order_by("sequence").iterator(chunk_size=2000)
    return first_break(links, (head.sequence, head.hash))


def came_last(rows: Sequence[models.Model]) -> dict[Any, datetime]:
    """By id, when each of these rows of one kind last came into the state that it is in; those of which the
    record says so. One query.
    """
    if not rows:
        return {}
    entries = Entry.objects.filter(
        object_type=rows[0]._meta.label_lower, object_id__in=[str(one.pk) for one in rows]
    ).exclude(to_state="")
    came = entries.order_by().values_list("object_id", "to_state").annotate(last=Max("at"))
    found = {(key, state): at for key, state, at in came}
    keys = {one.pk: (str(one.pk), str(one.state)) for one in rows}  # type: ignore[attr-defined]
    return {pk: found[key] for pk, key in keys.items() if key in found}


def entries_with(model: type[models.Model], keys: Collection[Any], name: str) -> Iterator[tuple[str, dict]]:
    """Object and data of the entries about these rows that say something under this name, oldest first."""
    rows = Entry.objects.filter(object_type=model._meta.label_lower, object_id__in=[str(pk) for pk in keys])
    for object_id, data in rows.order_by("sequence").values_list("object_id", "data"):
        if name in data:
            yield object_id, data


def last_said(model: type[models.Model], keys: Collection[Any], name: str) -> dict[str, Any]:
    """By id (as text), what the record last said of each of these rows under this name."""
    return {object_id: data[name] for object_id, data in entries_with(model, keys, name)}
