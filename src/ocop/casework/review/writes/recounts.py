"""A result that does not stay: kept with its reason, and the product counted again or scored again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop.casework.review.checks import refuse_incomplete, refuse_no_reason
from ocop.casework.review.models import AgendaItem, Correction, EarlierResult, ScoreSheet, Seat
from ocop.casework.review.rules import Cause
from ocop.casework.review.selectors import Bench, bench, bench_again, sealed_sheets
from ocop.casework.review.states import CorrectionState
from ocop.casework.review.writes.tallies import write_tally
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import transition
from ocop.foundation.refusals import ensure

CLEARED: dict[str, Any] = {
    "agreed": {}, "result": {}, "total": None, "total_exact": "", "stars": None, "spread": None,
    "tallied_at": None, "recommendation": "", "recommended_stars": None, "recommendation_reason": "",
}  # fmt: skip
"""The columns of a product that has no result."""


def put_aside(
    item: AgendaItem, cause: Cause, reason: str, *, seat: Seat | None = None, by: Person, at: datetime
) -> EarlierResult | None:
    """Keeps the present result, where there is one, with why it does not stay."""
    if not item.total_exact:
        return None
    return EarlierResult.objects.create(
        item=item, pass_no=item.pass_no, cause=cause.value, reason=reason.strip(), seat=seat,
        result=item.result, total_exact=item.total_exact, spread=item.spread, stars=item.stars, at=at, by=by,
    )  # fmt: skip


def summed(item: AgendaItem | EarlierResult) -> dict[str, Any] | None:
    """What the record says of a result; None where there is none."""
    if not item.total_exact:
        return None
    spread = None if item.spread is None else str(item.spread)
    return {"total": item.total_exact, "spread": spread, "stars": item.stars, "pass": item.pass_no}


def lapse_corrections(item: AgendaItem, *, reason: str, by: Person, at: datetime) -> None:
    """Corrections that wait for the chair are about sheets that no longer count."""
    waiting = Correction.objects.filter(sheet__item=item, state=CorrectionState.ASKED)
    for correction in waiting.select_related("sheet__seat__person"):
        transition(correction, "lapse", by=by, at=at, reason=reason, changes={"decided_at": at})


def count_again(
    item: AgendaItem, cause: Cause, reason: str, *, seat: Seat, by: Person, at: datetime
) -> tuple[Bench, dict[str, Any]]:
    """The result by the sheets that count now; the old one is kept.

    Only who judged the product before does so again: whoever came later was not there. Where too few are left
    there is no result, and the product is open for scoring again. What the council settled about the old
    result settles nothing of the new one. Gives the bench, and both results for the record.
    """
    ensure(refuse_no_reason(reason))
    before = item.result
    earlier = put_aside(item, cause, reason, seat=seat, by=by, at=at)
    last = item.resolutions.order_by("-pk").values_list("pk", flat=True).first() or 0
    changes = {**CLEARED, "resolved_after": last}
    transition(item, "recount", by=by, at=at, reason=reason, changes=changes)
    found = bench_again(item, before["bench"]) if "bench" in before else bench(item, at)
    if refuse_incomplete(found) is None:
        write_tally(item, found, by=by, at=at)
    return found, {"before": summed(earlier) if earlier else None, "after": summed(item)}


def pass_again(
    item: AgendaItem, move: str, cause: Cause, *, reason: str, by: Person, at: datetime
) -> list[ScoreSheet]:
    """Another pass: every sheet that counted is begun anew with its choices; the old ones stay."""
    ensure(refuse_no_reason(reason))
    old = sealed_sheets(item)
    put_aside(item, cause, reason, by=by, at=at)
    lapse_corrections(item, reason=reason, by=by, at=at)
    data: dict[str, Any] = {
        "pass": item.pass_no,
        "sheets": {str(sheet.seat_id): sheet.sha256 for sheet in old},
    }
    data["before"] = summed(item)
    transition(
        item, move, by=by, at=at, reason=reason, changes={**CLEARED, "pass_no": item.pass_no + 1}, data=data
    )
    ScoreSheet.objects.bulk_create(_again(sheet, item, at) for sheet in old if sheet.seat.is_held(at))
    return old


def _again(sheet: ScoreSheet, item: AgendaItem, at: datetime) -> ScoreSheet:
    return ScoreSheet(
        item=item, seat=sheet.seat, pass_no=item.pass_no, choices=sheet.choices, comments=sheet.comments,
        general_comment=sheet.general_comment, version=sheet.version, changed=sheet.changed, saved_at=at,
    )  # fmt: skip
