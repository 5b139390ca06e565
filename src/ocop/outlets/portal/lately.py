"""What happened lately with things that concern a person:
the record of their own producers, products and dossiers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q

from ocop.casework.dossiers.labels.pages import deed
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit.models import Entry
from ocop.foundation.ui.parts import Happening
from ocop.registers.producers.labels import ACTS as PRODUCER_ACTS
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products.labels import ACTS as PRODUCT_ACTS
from ocop.registers.products.models import Product

MOST_LINES = 6
MOST_OBJECTS = 40  # of each kind, the newest: older ones have nothing new to tell
ACTS = {**PRODUCER_ACTS, **PRODUCT_ACTS}
KINDS = {"returned": "warn", "excluded": "bad", "withdrawn": "warn"}


def lately(person: Any, at: datetime) -> list[Happening]:
    """The latest acts, newest first: two queries for any number of things, one more for who has products."""
    dossiers = Dossier.objects.visible_to(person, at).order_by("-updated_at", "-pk")
    seen: dict[str, Iterable[int]] = {
        "dossiers.dossier": dossiers.values_list("pk", flat=True)[:MOST_OBJECTS]
    }
    if producers := producers_acted_for(who_is(person, at)):
        products = Product.objects.filter(producer__in=producers).order_by("-pk")
        seen["products.product"] = products.values_list("pk", flat=True)[:MOST_OBJECTS]
        seen["producers.producer"] = sorted(producers, reverse=True)[:MOST_OBJECTS]
    wanted = Q(pk__in=[])
    for kind, keys in seen.items():
        if ids := [str(pk) for pk in keys]:
            wanted |= Q(object_type=kind, object_id__in=ids)
    found = Entry.objects.filter(wanted).order_by("-sequence").defer("vouched")
    return [_line(entry) for entry in found[:MOST_LINES]]


def _line(entry: Entry) -> Happening:
    is_dossier = entry.action.startswith("dossier.")
    title = deed(entry.action) if is_dossier else ACTS.get(entry.action, entry.action)
    kind = KINDS.get(entry.to_state, "ok" if entry.to_state else "info")
    return Happening(title, entry.at, entry.by_name, detail=entry.object_label, kind=kind)
