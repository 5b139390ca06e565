"""What must hold of packages that were given to the ministry, and of sheets that were typed from paper."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.paperwork.models import Handover, PaperSheet
from ocop.casework.review.models import ScoreSheet
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


def typed_faults() -> Iterator[str]:
    """A sheet from paper was typed by two people, neither its member, and says of its paper what is kept; no
    sealed sheet says that it came from paper without one.
    """
    known = set()
    rows = PaperSheet.objects.filter(sheet__isnull=False).select_related("sheet__seat", "scan", "item")
    for paper in rows.prefetch_related("entries__by").order_by("pk"):
        sheet, entries = paper.sheet, list(paper.entries.all())
        assert sheet is not None  # noqa: S101 - asked for
        known.add(sheet.pk)
        told = (sheet.content or {}).get("from_paper", {})
        people = {entry.by_id for entry in entries}
        if len(people) != len(entries) or len(entries) != 2 or sheet.seat.person_id in people:
            yield f"paper sheet {paper.code}: not typed by two other people"
        elif told.get("code") != paper.code or paper.scan is None or told.get("scan") != paper.scan.sha256:
            yield f"paper sheet {paper.code}: its sealed sheet rests on another paper"
    for sheet in ScoreSheet.objects.filter(content__has_key="from_paper").exclude(pk__in=known):
        yield f"sheet {sheet.pk}: says that it came from paper, and there is none"


INVARIANTS = (
    Invariant("packages to the ministry", handover_faults),
    Invariant("sheets from paper", typed_faults),
)
