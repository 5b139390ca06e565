"""The office's own past: how long ended cases took from each stage, and how many succeeded.
What forecasts rest on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import DateField, F, Min, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.audit.models import Entry
from ocop.outlets.reports.counting.asking import Question, cases_of, together
from ocop.outlets.reports.rules import StagePast

MOST_CASES = 500
"""The newest ended cases only: an office changes, and a forecast costs the same in a large register."""

ENDED = (DossierState.CONCLUDED, DossierState.EXCLUDED, DossierState.WITHDRAWN)
Took = tuple[str, int | None]
"""A stage that a case went through and its days from there to success, None where it did not succeed."""
DAYS = ("first_day", "second_day", "third_day")
NO_DAY = Cast(Value(None), DateField())


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
    return days_between(timezone.localdate(since), timezone.localdate(until)) if until else None


@dataclass(frozen=True)
class DayPast:
    """Ended cases that are told by their own days: `rows` are those that ended by a day, in one part or
    several, `days` the columns (or expressions) of up to three days of each, `took` what these say.
    """

    key: str
    rows: Callable[[date], Sequence[QuerySet[Any]]]
    days: tuple[Any, ...]
    took: Callable[..., Iterable[Took]]

    def parts(self, on: date) -> list[QuerySet[Any]]:
        """The days of the newest cases, in columns of one name each."""
        given = [F(one) if isinstance(one, str) else one for one in self.days]
        columns: dict[str, Any] = dict(zip(DAYS, [*given, NO_DAY, NO_DAY], strict=False))
        return [_newest(rows).values(**columns) for rows in self.rows(on)]


def _newest(rows: QuerySet[Any]) -> QuerySet[Any]:
    newest = rows.order_by("-pk").values("pk")[:MOST_CASES]
    return rows.order_by().select_related(None).filter(pk__in=newest)


Past = DayPast | Callable[[DossierPast], Mapping[str, StagePast]]
"""What cases of a kind came to; dossiers are told by the record of acts."""


class Pasts:
    """The office's past as it was on a day; what is asked for together is read together, and once."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._known: dict[str, Mapping[str, StagePast]] = {}

    @cached_property
    def dossiers(self) -> DossierPast:
        """Of dossiers."""
        return dossier_past(self.on)

    def read(self, pasts: Iterable[Past]) -> None:
        """Reads those that are told by their own days, in one statement."""
        lacking = {one.key: one for one in pasts if isinstance(one, DayPast) and one.key not in self._known}
        parts = [(one, part) for one in lacking.values() for part in one.parts(self.on)]
        took: dict[str, list[Took]] = {key: [] for key in lacking}
        for number, *days in together([part for _one, part in parts], DAYS):
            took[parts[number][0].key] += parts[number][0].took(*days)
        self._known |= {key: stage_past(cases) for key, cases in took.items()}

    def of(self, past: Past) -> Mapping[str, StagePast]:
        """What came of such cases."""
        if not isinstance(past, DayPast):
            return past(self.dossiers)
        self.read([past])
        return self._known[past.key]


def days_between(since: date, until: date | None) -> int | None:
    """How long a case took that succeeded at `until`; None where it did not."""
    return (until - since).days if until else None


def dossiers_in_hand(rows: QuerySet[Any]) -> Question:
    """Open dossiers with the stage they are in and since when they last came there."""
    return cases_of(rows, "state", TruncDate(Coalesce("state_at", "created_at")))
