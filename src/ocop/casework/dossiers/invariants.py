"""What must hold of dossiers and of what was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from ocop.casework.dossiers.models import Dossier, Evidence, Submission
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.renewing import Timing
from ocop.casework.dossiers.selectors import regulation_of
from ocop.casework.dossiers.selectors.content import updates_said
from ocop.casework.dossiers.selectors.renewing import window_for
from ocop.casework.dossiers.states import EDITABLE, DossierState
from ocop.foundation.audit.selectors import came_last, entries_with, last_said
from ocop.foundation.invariants import Invariant
from ocop.kernel.calendar import EventKind
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.codes import RegistrationNumber, gaps
from ocop.kernel.law.in_force import COMMUNE_CHECK
from ocop.registers.regulations.fingerprints import ONE, chunks, compared

CHUNK = 200


def submission_faults() -> Iterator[str]:
    """What was handed in still has the hash that stands on its receipt and in the record."""
    for chunk in chunks(Submission.objects.all()):
        entries = entries_with(Dossier, {row.dossier_id for row in chunk}, "content_hash")
        recorded = {data["code"]: data["content_hash"] for _, data in entries}
        for row in chunk:
            if sha256_hex(row.content) != row.content_hash or row.content_hash != recorded.get(row.code):
                yield f"submission {row.code}"


_WITH = ("submissions", "answers", "citations__evidence", "updates", "changes")


def hand_in_faults() -> Iterator[str]:
    """What a dossier says after it was handed in is what was handed in: form, answers, papers."""
    rows = Dossier.objects.exclude(state__in=[*EDITABLE, DossierState.WITHDRAWN])
    for chunk in chunks(rows.prefetch_related(*_WITH)):
        for dossier in chunk:
            if not dossier.submissions.all():
                yield f"dossier {dossier.key}: never handed in"
                continue
            wrong = [name for name, says, said in _beside(dossier) if says != said]
            if wrong:
                yield f"dossier {dossier.key}: not as it was handed in ({', '.join(wrong)})"


def _beside(dossier: Dossier) -> Iterator[tuple[str, Any, Any]]:
    """Part by part what it says now, and what it said in its last handing-in."""
    content = max(dossier.submissions.all(), key=lambda one: one.number).content
    for name, said in content["form"].items():
        yield name, getattr(dossier, name), said
    answers = {one.criterion: one for one in dossier.answers.all() if one.is_answered}
    says = {code: {"choice": one.choice, "description": one.description} for code, one in answers.items()}
    yield "answers", says, content["answers"]
    cited = [one for one in dossier.citations.all() if not one.evidence.is_withdrawn]
    withdrawn = {one.evidence_id for one in dossier.citations.all() if one.evidence.is_withdrawn}
    papers = {
        paper["id"]: set(paper["criteria"]) for paper in content["evidence"] if paper["id"] not in withdrawn
    }
    found: dict[int, set[str]] = {one.evidence_id: set() for one in cited}
    for one in cited:
        found[one.evidence_id] |= {one.criterion} - {""}
    yield "papers", found, papers
    if "updates" in content:
        yield "updates", updates_said(dossier), content["updates"]
    if "changes" in content:
        said_changes = [(row["title"], row["evidence"]) for row in content["changes"]]
        yield "changes", [(row.text, row.evidence_id) for row in dossier.changes.all()], said_changes


def evidence_faults() -> Iterator[str]:
    """The file of a piece of evidence is the one that was handed in."""
    for chunk in chunks(Evidence.objects.select_related("file")):
        recorded = last_said(Evidence, {row.pk for row in chunk}, "sha256")
        for row in chunk:
            if row.file.sha256 != recorded.get(str(row.pk)):
                yield f"evidence {row.pk}: not the file that was handed in"


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


_NOT_YET_PROPOSED = {*EDITABLE, DossierState.SUBMITTED, DossierState.RECEIVED, DossierState.WITHDRAWN}


def renewal_faults() -> Iterator[str]:
    """A dossier that evaluates again names the recognition of its product; a filed re-evaluation stands in
    the register and says whether it was late; a proposed one has the last day of its result.
    """
    rows = Dossier.objects.exclude(kind=DossierKind.FIRST).select_related("recognition")
    for dossier in rows.prefetch_related("submissions", "recognition__events").order_by("pk").iterator(CHUNK):
        if dossier.recognition is None or dossier.recognition.product_id != dossier.product_id:
            yield f"dossier {dossier.key}: no recognition of its product"
        elif dossier.kind == DossierKind.RENEWAL:
            yield from (f"dossier {dossier.key}: {fault}" for fault in _faults_of_renewal(dossier))


def _faults_of_renewal(dossier: Dossier) -> Iterator[str]:
    recognition, window = dossier.recognition, window_for(dossier)
    first = min((one.at for one in dossier.submissions.all()), default=None)
    if first is not None and recognition is not None and window is not None:
        on = timezone.localdate(first)
        if dossier.filed_late != (window.timing(on) == Timing.LATE):
            yield "its filing is not marked as its day says"
        events = {(one.kind, one.on) for one in recognition.events.all()}
        if (EventKind.RENEWAL_FILED, on) not in events:
            yield "its filing is not in the register"
    if dossier.state not in _NOT_YET_PROPOSED and dossier.proposed_at and dossier.result_due_on is None:
        yield "no last day for the result"


INVARIANTS = (
    Invariant("submissions", submission_faults),
    Invariant("dossiers as handed in", hand_in_faults),
    Invariant("evidence", evidence_faults),
    Invariant("law of submissions", fingerprint_faults),
    Invariant("registration numbers", registration_faults),
    Invariant("due dates", due_date_faults),
    Invariant("since when dossiers stand", stage_faults),
    Invariant("re-evaluations and upgrades", renewal_faults),
)
