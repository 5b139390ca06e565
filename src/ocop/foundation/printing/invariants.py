"""What must hold of papers that were made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ocop.foundation.audit.models import Entry
from ocop.foundation.invariants import Invariant
from ocop.foundation.printing.models import Printout
from ocop.kernel.canonical import sha256_hex

CHUNK = 200
CORRECTS = ".correct"
"""The act stands with the thing that was wrong, the paper that it made is another's."""


def printout_faults() -> Iterator[str]:
    """What a paper says has the hash that the act recorded; its PDF is the one that was made of it, when the
    record says so. What an act wanted printed has its row.
    """
    wanted, made = _recorded()
    known: set[tuple[str, str]] = set()
    for one in Printout.objects.select_related("file").order_by("pk").iterator(CHUNK):
        key = (one.kind, str(one.thing_id))
        known.add(key)
        if sha256_hex(one.data) != one.sha256 or wanted.get(key, one.sha256) != one.sha256:
            yield f"paper of {one}: says something else than it was to say"
        elif one.file and made.get(key) != (one.sha256, one.file.sha256, one.made_at):
            yield f"paper of {one}: not the PDF that was made"
    for kind, key_of_thing in sorted(wanted.keys() - known):
        yield f"paper of {kind} {key_of_thing}: gone"


def _recorded() -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], tuple[str, str, datetime]]]:
    """By thing, the hash of what its paper was to say last, and hashes and moment of the PDF made last."""
    wanted: dict[tuple[str, str], str] = {}
    made: dict[tuple[str, str], tuple[str, str, datetime]] = {}
    rows = Entry.objects.filter(data__has_key="printed").order_by("sequence")
    told = rows.values_list("object_type", "object_id", "data", "action", "at")
    for kind, thing, data, action, at in told.iterator(CHUNK):
        if action.endswith(CORRECTS):
            continue  # the correcting paper is a thing of its own; what it corrects stays as it was
        wanted[kind, thing] = data["printed"]
        if action.endswith(".print"):
            made[kind, thing] = (data["printed"], data.get("pdf", ""), at)
    return wanted, made


INVARIANTS = (Invariant("printed papers", printout_faults),)
