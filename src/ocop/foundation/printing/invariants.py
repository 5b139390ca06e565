"""What must hold of papers that were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ocop.foundation.audit.models import Entry
from ocop.foundation.invariants import Invariant
from ocop.foundation.printing.models import Printout
from ocop.kernel.canonical import sha256_hex

CHUNK = 200


def printout_faults() -> Iterator[str]:
    """What a paper says has its hash; its PDF is the one that was made of it, as the record has both."""
    recorded: defaultdict[tuple[str, str], tuple[str, str]] = defaultdict(lambda: ("", ""))
    printed = Entry.objects.filter(action__endswith=".print").order_by("sequence")
    for kind, key, data in printed.values_list("object_type", "object_id", "data").iterator(CHUNK):
        recorded[kind, key] = (data.get("printed", ""), data.get("pdf", ""))
    for one in Printout.objects.select_related("file").order_by("pk").iterator(CHUNK):
        if sha256_hex(one.data) != one.sha256:
            yield f"paper of {one}: says something else than it was to say"
        elif one.file and recorded[one.kind, str(one.thing_id)] != (one.sha256, one.file.sha256):
            yield f"paper of {one}: not the PDF that was made"


INVARIANTS = (Invariant("printed papers", printout_faults),)
