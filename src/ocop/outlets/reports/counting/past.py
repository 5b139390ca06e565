"""The office's own past: how long ended cases took from each stage, and how many succeeded.
What forecasts rest on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.db.models import Count, Min, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.audit.models import Entry
from ocop.outlets.reports.rules import InHand, StagePast

MOST_CASES = 500
"""The newest ended cases only: an office changes, and a forecast costs the same in a large register."""

ENDED = (DossierState.CONCLUDED, DossierState.EXCLUDED, DossierState.WITHDRAWN)


def is_recognised(outcome: str) -> bool:
    """A dossier succeeded when its product was recognised."""
    return outcome == Outcome.RECOGNISED


@dataclass(frozen=True)
class DossierPast:
    """The ended dossiers by stage: to the recognition, and (for newcomers) to the handing-in."""

    to_recognition: dict[str, StagePast]
    to_filing: dict[str, StagePast]


def dossier_past(on: date) -> DossierPast:
    """How the newest MOST_CASES dossiers ended by `on` went. Two queries."""
    ended = list(
        Dossier.objects.filter(state__in=ENDED, updated_at__date__lte=on)
        .order_by("-updated_at", "-pk")
        .values_list("pk", "outcome", "created_at", "submitted_at")[:MOST_CASES]
    )
    moments = _first_moments([str(row[0]) for row in ended])
    recognition: list[tuple[str, int | None]] = []
    filing: list[tuple[str, int | None]] = []
    for key, outcome, created, submitted in ended:
        came = moments[str(key)] | {DossierState.DRAFT: created}
        end = came.get(DossierState.CONCLUDED) if is_recognised(outcome) else None
        passed = [state for state in came if state not in ENDED]
        recognition += [(state, _days(came[state], end)) for state in passed]
        filing.append((DossierState.DRAFT, _days(created, submitted)))
    return DossierPast(stage_past(recognition), stage_past(filing))


def stage_past(cases: Iterable[tuple[str, int | None]]) -> dict[str, StagePast]:
    """By stage: a pair is the stage that a case went through and its days to success,
    None where it did not succeed.
    """
    days: dict[str, list[int]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int)
    for stage, took in cases:
        count[str(stage)] += 1
        if took is not None:
            days[str(stage)].append(took)
    return {stage: StagePast(number, tuple(sorted(days[stage]))) for stage, number in count.items()}


def _first_moments(keys: list[str]) -> dict[str, dict[str, datetime]]:
    """When each dossier first came into each state, from the record of acts."""
    found: dict[str, dict[str, datetime]] = defaultdict(dict)
    entries = Entry.objects.filter(object_type=Dossier._meta.label_lower, object_id__in=keys).exclude(
        to_state=""
    )
    for key, state, at in entries.order_by().values_list("object_id", "to_state").annotate(at=Min("at")):
        found[key][state] = at
    return found


def _days(since: datetime, until: datetime | None) -> int | None:
    return (timezone.localdate(until) - timezone.localdate(since)).days if until else None


def in_hand(rows: QuerySet[Any], stage: str, since: Any, *, weight: Any = None) -> list[InHand]:
    """Cases by the stage in the column `stage` and the day `since` (an expression), counted. `weight` is what
    one of them counts for, an expression; without it 1. One query.
    """
    days = rows.order_by().annotate(day_since=since).values(stage, "day_since")
    counted = days.annotate(cases=Count("pk"), weight=Count("pk") if weight is None else Sum(weight))
    found = counted.order_by(stage, "day_since").values_list(stage, "day_since", "cases", "weight")
    return [InHand(state, day, number, Fraction(total)) for state, day, number, total in found]


def dossiers_in_hand(rows: QuerySet[Any]) -> list[InHand]:
    """Open dossiers with the stage they are in and since when they last came there."""
    return in_hand(rows, "state", TruncDate(Coalesce("state_at", "created_at")))
