"""What must hold of reports of the advisory team."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.advisory.models import Interest, Report
from ocop.casework.advisory.states import ReportState
from ocop.foundation.audit.selectors import last_said
from ocop.foundation.invariants import Invariant
from ocop.kernel.canonical import sha256_hex
from ocop.registers.regulations.fingerprints import chunks


def report_faults() -> Iterator[str]:
    """A handed-in report says what was recorded, and nobody with a conflict handed it in."""
    kept_away = set(Interest.objects.filter(has_conflict=True).values_list("dossier_id", "person_id"))
    for chunk in chunks(Report.objects.exclude(state=ReportState.DRAFT)):
        recorded = last_said(Report, {row.pk for row in chunk}, "content")
        for row in chunk:
            said = {"findings": row.findings, "suggestion": row.suggestion, "conclusion": row.conclusion}
            if sha256_hex(said) != recorded.get(str(row.pk)):
                yield f"advisory report {row.pk}: it is not the one that was recorded"
            if (row.dossier_id, row.handed_in_by_id) in kept_away:
                yield f"advisory report {row.pk}: handed in by somebody with a conflict of interest"


INVARIANTS = (Invariant("reports of the advisory team", report_faults),)
