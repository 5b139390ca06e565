"""What must hold of dossiers and of what was handed in."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.dossiers.selectors import regulation_of
from ocop.foundation.audit.selectors import came_last, entries_with
from ocop.foundation.invariants import Invariant
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.codes import RegistrationNumber, gaps
from ocop.kernel.law.in_force import COMMUNE_CHECK
from ocop.registers.regulations.fingerprints import ONE, chunks, compared

CHUNK = 200


def submission_faults() -> Iterator[str]:
    """What was handed in still has the hash that stands on its receipt."""
    for submission in Submission.objects.order_by("pk").iterator(CHUNK):
        if sha256_hex(submission.content) != submission.content_hash:
            yield f"submission {submission.code}"


def fingerprint_faults() -> Iterator[str]:
    """A submission names the same data of the law as its entry, and it is a data that was pinned.

    A dossier is handed in several times: its entries name each submission by its code.
    """
    for chunk in chunks(Submission.objects.all()):
        entries = entries_with(Dossier, {row.dossier_id for row in chunk}, ONE)
        recorded = {data["code"]: data[ONE] for _, data in entries if "code" in data}
        for row in chunk:
            stored = row.content.get(ONE)
            law = row.content.get("dossier", {}).get("regulation", "")
            yield from compared(f"submission {row.code}", stored, recorded.get(row.code), {law: stored})


def registration_faults() -> Iterator[str]:
    """The numbers that communes give to registration forms run from 1 without a gap in each commune and
    year.
    """
    numbers = (
        Dossier.objects.exclude(registration_no="").order_by("pk").values_list("registration_no", flat=True)
    )
    for fault in gaps(numbers, RegistrationNumber.parse):
        yield f"registration number {fault}"


def due_date_faults() -> Iterator[str]:
    """A dossier that the commune received has its last day, where its law sets a period."""
    rows = Dossier.objects.filter(state="received", commune_due_on__isnull=True)
    for dossier in rows.order_by("pk").iterator(CHUNK):
        if COMMUNE_CHECK in regulation_of(dossier).periods:
            yield f"dossier {dossier.key}: no due date"


def stage_faults() -> Iterator[str]:
    """Since when a dossier has been in its state is when it last came there, as the record of acts has it."""
    start, rows = 0, Dossier.objects.order_by("pk")
    while some := list(rows.filter(pk__gt=start).only("key", "state", "state_at", "created_at")[:CHUNK]):
        came = came_last(some)
        for one in some:
            if (one.state_at or one.created_at) != (came.get(one.pk) or one.created_at):
                yield f"dossier {one.key}: in its state since another moment"
        start = some[-1].pk


INVARIANTS = (
    Invariant("submissions", submission_faults),
    Invariant("law of submissions", fingerprint_faults),
    Invariant("registration numbers", registration_faults),
    Invariant("due dates", due_date_faults),
    Invariant("since when dossiers stand", stage_faults),
)
