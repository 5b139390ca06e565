"""Adding up a product whose judges have all sealed."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any

from ocop.casework.dossiers.selectors import DossierForScoring
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.selectors.panel import Bench
from ocop.casework.review.selectors.results import Tally, result_fields, tally_of
from ocop.casework.review.writes.invitations import tell_divergence
from ocop.casework.samples.writes import require_by_points
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import transition
from ocop.foundation.refusals import Refusal, Refused


def write_tally(
    item: AgendaItem, found: Bench, frozen: DossierForScoring | None = None, *, by: Person, at: datetime
) -> None:
    """The result, or that the council must settle something first, or that the product is excluded."""
    tally = tally_of(item, found.sealed, frozen)
    if tally.result.errors:
        raise Refused(Refusal("tally_failed", " ".join(fault.text() for fault in tally.result.errors)))
    changes = {**result_fields(tally), "tallied_at": at}
    changes["result"] = {**changes["result"], "bench": found.as_record()}
    if tally.result.excluded:
        reason = " ".join(exclusion.sentence.vi for exclusion in tally.result.excluded)
        transition(item, "exclude", by=by, at=at, reason=reason, changes=changes)
    elif tally.open_points:
        undecided = {**changes, "recommendation": "", "recommended_stars": None}
        transition(item, "dispute", by=by, at=at, changes=undecided, data={"open": tally.open_points})
        if item.meeting.is_by_opinion:
            tell_divergence(item, at=at)
    else:
        transition(item, "tally", by=by, at=at, changes=changes, data=summary(tally))
    if not tally.result.excluded:
        require_by_points(item.dossier, tally.result.total, least=_tested_from(item), by=by, at=at)


def _tested_from(item: AgendaItem) -> Fraction | None:
    """From how many points the working rules of the meeting send a product to the laboratory."""
    rules = item.meeting.rules
    return None if rules is None or rules.laboratory_points is None else Fraction(rules.laboratory_points)


def summary(tally: Tally) -> dict[str, Any]:
    """What the record keeps of a result."""
    return {"total": str(tally.result.total), "stars": tally.result.stars, "sheets": len(tally.sheets)}
