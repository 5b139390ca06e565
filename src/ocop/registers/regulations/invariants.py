"""What must hold of the official wordings."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.foundation.audit.selectors import last_said
from ocop.foundation.invariants import Invariant
from ocop.registers.regulations.models import WordingSource


def wording_faults() -> Iterator[str]:
    """The sentences of a loaded text are those that were loaded, where its entry in the record holds their
    hash.
    """
    sources = WordingSource.objects.order_by("pk").prefetch_related("wordings")
    recorded = last_said(WordingSource, [source.pk for source in sources], "content")
    for source in sources:
        known = recorded.get(str(source.pk))
        if known is not None and source.content_hash(source.wordings.all()) != known:
            yield f"wordings of {source}: not those that were loaded"


INVARIANTS = (Invariant("official wordings", wording_faults),)
