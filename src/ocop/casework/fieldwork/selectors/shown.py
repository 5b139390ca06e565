"""What was made at the place, as pages show it."""

from __future__ import annotations

from ocop.casework.fieldwork.models import Signature, Visit, VisitPhoto
from ocop.casework.fieldwork.rules import Side


def photos_of(visit: Visit) -> list[VisitPhoto]:
    """Its photographs, without those that were dropped; with the line they belong to as `about`."""
    labels = {line.code: line.label for line in visit.lines}
    rows = list(visit.photos.filter(is_dropped=False).select_related("file"))
    for row in rows:
        row.about = labels.get(row.code, "")  # type: ignore[attr-defined]
    return rows


def signatures_of(visit: Visit) -> list[Signature]:
    """The last signature of each side; `is_stale` where something was written after it."""
    last: dict[str, Signature] = {}
    for row in visit.signatures.select_related("file"):
        last[row.side] = row
    for row in last.values():
        row.is_stale = row.words_hash != visit.words_hash  # type: ignore[attr-defined]
    return [last[side] for side in Side if side in last]
