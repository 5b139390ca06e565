"""What must hold of the words that lists are searched by."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from ocop.foundation.invariants import Invariant
from ocop.foundation.search import index
from ocop.kernel.text import fold

CHUNK = 2000


def index_faults() -> Iterator[str]:
    """Every index of words is there and holds the words of its rows."""
    return index.faults(connection)


def word_faults() -> Iterator[str]:
    """Each row is found by the words of its own: those of the columns that its model names in `found_by`."""
    for model in apps.get_models():
        columns: tuple[str, ...] = getattr(model, "found_by", ())
        if not columns:
            continue
        rows = model._base_manager.order_by("pk").values_list("pk", "search_text", *columns)
        for pk, words, *texts in rows.iterator(CHUNK):
            if not set(fold(" ".join(texts)).split()) <= set(words.split()):
                yield f"{model._meta.label_lower} {pk}: not found by its own words"


INVARIANTS = (Invariant("indexes of words", index_faults), Invariant("words of rows", word_faults))
