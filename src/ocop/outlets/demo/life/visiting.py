"""A visit from its plan to its end, and how a team fills a checklist in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.casework.fieldwork import acts
from ocop.casework.fieldwork.models import Visit
from ocop.foundation.accounts.models import Person
from ocop.outlets.demo.helping.artwork import board

SEEN = "matches"


def stored(key: Any) -> Visit:
    """The visit as it stands now."""
    return Visit.objects.with_names().get(pk=key)


def carry_out(
    visit: Visit, *, by: Person, officer: Person, met: str, at: datetime,
    differs: Mapping[str, str] | None = None, report_no: str = "",
) -> None:  # fmt: skip
    """Announced by the officer, then declared, written, signed by the team and ended.

    `differs` says of lines, by their code, what was found otherwise. The producer signs on paper.
    """
    acts.announce_visit(stored(visit.pk), by=officer, at=at)
    acts.declare_relation(stored(visit.pk), relation="none", by=by, at=at)
    found = {line.code: {"finding": SEEN, "note": ""} for line in stored(visit.pk).lines}
    found |= {code: {"finding": "differs", "note": note} for code, note in (differs or {}).items()}
    fields = {
        "found": found, "met_with": met, "remarks": "Minh hoạ: xưởng sạch, sổ ghi đủ.",
        "unsigned_reason": "Minh hoạ: chủ thể ký biên bản giấy, bản giấy kèm theo.",
    }  # fmt: skip
    acts.save_findings(stored(visit.pk), fields=fields, by=by, at=at)
    acts.sign_visit(
        stored(visit.pk),
        side="inspector",
        signer_name=by.full_name,
        picture=board(by.full_name),
        by=by,
        at=at,
    )
    acts.end_visit(stored(visit.pk), by=by, at=at, report_no=report_no)
