"""What happened lately with things that concern a person:
the record of their own producers, products and dossiers.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q

from ocop.casework.dossiers.labels.pages import deed
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.audit.models import Entry
from ocop.foundation.ui.parts import Happening
from ocop.registers.producers.labels import ACTS as PRODUCER_ACTS
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products.labels import ACTS as PRODUCT_ACTS
from ocop.registers.products.selectors import products_of

MOST_LINES = 6
MOST_OBJECTS = 40  # of each kind, the newest: older ones have nothing new to tell
ACTS = {**PRODUCER_ACTS, **PRODUCT_ACTS}
KINDS = {"returned": "warn", "excluded": "bad", "withdrawn": "warn"}


def lately(person: Any, at: datetime) -> list[Happening]:
    """The latest acts, newest first, in as many queries for any number of things."""
    seen = {
        "dossiers.dossier": Dossier.objects.visible_to(person, at).order_by("-updated_at"),
        "products.product": products_of(person, at).order_by("-pk"),
        "producers.producer": producers_of(person, at).order_by("-pk"),
    }
    wanted = Q(pk__in=[])
    for kind, things in seen.items():
        ids = [str(pk) for pk in things.values_list("pk", flat=True)[:MOST_OBJECTS]]
        if ids:
            wanted |= Q(object_type=kind, object_id__in=ids)
    return [_line(entry) for entry in Entry.objects.filter(wanted).order_by("-sequence")[:MOST_LINES]]


def _line(entry: Entry) -> Happening:
    is_dossier = entry.action.startswith("dossier.")
    title = deed(entry.action) if is_dossier else ACTS.get(entry.action, entry.action)
    kind = KINDS.get(entry.to_state, "ok" if entry.to_state else "info")
    return Happening(title, entry.at, entry.by_name, detail=entry.object_label, kind=kind)
