"""What must hold of visits."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.fieldwork.models import Signature, Visit
from ocop.casework.fieldwork.rules import unfinished
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.audit.selectors import last_said
from ocop.foundation.invariants import Invariant
from ocop.kernel.canonical import sha256_hex
from ocop.registers.regulations.fingerprints import chunks


def visit_faults() -> Iterator[str]:
    """An ended visit says something of every line, its report has the hash of the record, and what is written
    is what was signed.
    """
    for chunk in chunks(Visit.objects.filter(state=VisitState.ENDED)):
        recorded = last_said(Visit, {row.pk for row in chunk}, "content")
        for row in chunk:
            if sha256_hex(row.report_content) != recorded.get(str(row.pk)):
                yield f"visit {row.key}: its report is not the one that was recorded"
            if unfinished(row.checklist, row.found):
                yield f"visit {row.key}: a line without a finding"
            if row.words_hash != (row.report_content or {}).get("words"):
                yield f"visit {row.key}: not as it was signed"


def signature_faults() -> Iterator[str]:
    """Every ended visit was signed by its team, and by the producer or it says why not."""
    sides: dict[int, set[str]] = {}
    for visit_id, side in Signature.objects.values_list("visit_id", "side"):
        sides.setdefault(visit_id, set()).add(side)
    for row in Visit.objects.filter(state=VisitState.ENDED).order_by("pk").iterator(200):
        signed = sides.get(row.pk, set())
        if "inspector" not in signed or ("producer" not in signed and not row.unsigned_reason.strip()):
            yield f"visit {row.key}: not signed"


INVARIANTS = (Invariant("visits", visit_faults), Invariant("signatures of visits", signature_faults))
