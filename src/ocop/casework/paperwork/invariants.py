"""What must hold of packages that were given to the ministry."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.paperwork.models import Handover
from ocop.foundation.audit.models import Entry
from ocop.foundation.invariants import Invariant
from ocop.kernel.canonical import sha256_hex

CHUNK = 200


def handover_faults() -> Iterator[str]:
    """The list of a package has the hash that was recorded when it was given."""
    rows = Entry.objects.filter(action="handover.give").values_list("object_id", "data")
    told = {key: data["sha256"] for key, data in rows.iterator(CHUNK)}
    for one in Handover.objects.order_by("pk").iterator(CHUNK):
        if not sha256_hex(one.contents) == one.sha256 == told.get(str(one.pk)):
            yield f"package {one.key}: its list is not the one that was given"


INVARIANTS = (Invariant("packages to the ministry", handover_faults),)
