"""What must hold of reports and score sheets of the advisory team."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ocop.casework.advisory.models import Interest, Report, TeamSheet
from ocop.casework.advisory.states import ReportState, SheetState
from ocop.foundation.audit.selectors import last_said
from ocop.foundation.invariants import Invariant
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import partial
from ocop.registers.regulations.fingerprints import ONE, chunks, compared


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


def sheet_faults() -> Iterator[str]:
    """A sealed sheet still has its hash, which the record keeps too; it says what was chosen, and the points
    in it are those that its choices give today by the data of the law that it names.
    """
    for chunk in chunks(TeamSheet.objects.filter(state=SheetState.SEALED)):
        keys = {sheet.pk for sheet in chunk}
        hashes, laws = last_said(TeamSheet, keys, "sha256"), last_said(TeamSheet, keys, ONE)
        for sheet in chunk:
            name, said = f"team sheet {sheet.pk} ({sheet.code})", sheet.content or {}
            if sha256_hex(said) != sheet.sha256 or sheet.sha256 != hashes.get(str(sheet.pk)):
                yield f"{name}: content"
                continue
            if (said["choices"], said["remarks"]) != (sheet.choices, sheet.remarks):
                yield f"{name}: choices"
            if said["points"] != _points(said):
                yield f"{name}: points"
            yield from compared(name, said[ONE], laws.get(str(sheet.pk)), {said["regulation"]: said[ONE]})


def _points(said: dict[str, Any]) -> dict[str, str]:
    """What the choices of a sealed sheet give, by part, as it is written there."""
    law, facts, decisions = load_regulations()[said["regulation"]], said["facts"], said["decisions"]
    parts = partial(law, said["set"], said["choices"], facts, decisions=decisions).parts
    return {str(code): str(points) for code, points in parts.items()}


INVARIANTS = (
    Invariant("reports of the advisory team", report_faults),
    Invariant("score sheets of the advisory team", sheet_faults),
)
