"""Where a plan stands on a day: per target what is done, under way, expected, and whether it is at risk."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from ocop.casework.communication.rules import PressState
from ocop.casework.dossiers.states import DossierState
from ocop.casework.support.rules import ActivityState
from ocop.foundation.places.models import Place
from ocop.outlets.reports.counting.counter import Counter, Pasts
from ocop.outlets.reports.counting.extent import Extent, Record, Standpoint
from ocop.outlets.reports.counting.recognitions import count_recognised_of_years
from ocop.outlets.reports.counting.registry import counters
from ocop.outlets.reports.counting.results import record_of_result, results_of
from ocop.outlets.reports.labels import reason_of
from ocop.outlets.reports.rules import Outlook, Risk, look_ahead, risk_of
from ocop.registers.programme.models import Plan, Target
from ocop.registers.programme.rules import Bound
from ocop.registers.programme.selectors import current, targets_of, total_recorded

Number = int | Decimal
STAGES = tuple(dict.fromkeys([*map(str, DossierState), *map(str, PressState), *map(str, ActivityState)]))
"""Every stage that something may be in; ideas use names of dossiers, in the same order."""


@dataclass(frozen=True)
class Progress:
    """One target on a day. `value` is the number aimed at:
    the plan's, or what «all due» comes to; None: not known.
    """

    target: Target
    extent: Extent
    counter: Counter | None
    value: Number | None
    done: Number
    pipeline: dict[str, int]
    forecast: Number | None
    reason: str
    risk: Risk

    @property
    def is_counted(self) -> bool:
        """Whether records answer; otherwise the results that somebody recorded."""
        return self.counter is not None

    @property
    def rows(self) -> QuerySet[Any]:
        """What stands behind `done`."""
        return self.counter.rows(self.extent) if self.counter else results_of(self.target, self.extent)

    @cached_property
    def records(self) -> list[Record]:
        """The records behind `done`, one query."""
        return self.say(self.rows)

    def say(self, rows: Any) -> list[Record]:
        """Some of the rows as records."""
        say = self.counter.record if self.counter else record_of_result
        return [say(row) for row in rows]

    @property
    def stages(self) -> list[tuple[str, int]]:
        """What is under way, in words."""
        return (
            [(self.counter.stage_name(stage), n) for stage, n in self.pipeline.items()]
            if self.counter
            else []
        )


def progress_of(
    plan: Plan, on: date, *, within: Place | None = None, key: str | None = None
) -> list[Progress]:
    """Every target of a plan in its order, or the one of `key`; `within` counts the ground of one commune
    alone.

    After the year the count is final. What is under way is what is under way now, so `on` is today or past
    the year.
    """
    targets = [one for one in targets_of(plan) if key is None or one.key == key]
    programme = current()
    is_home = programme is not None and programme.province_id == plan.place_id
    view = _View(plan, Pasts(on), Standpoint(on, within), is_home)
    return [view.of(target) for target in targets]


@dataclass(frozen=True)
class _View:
    """A plan looked at: what every target of it needs."""

    plan: Plan
    pasts: Pasts
    standpoint: Standpoint
    is_home: bool

    @cached_property
    def counters(self) -> Mapping[str, Counter]:
        return counters()

    @property
    def is_over(self) -> bool:
        return self.pasts.on > self.plan.last_day

    def of(self, target: Target) -> Progress:
        """The progress of one target."""
        extent = self.standpoint.of_target(target, self.plan.place, self.plan.year, is_home=self.is_home)
        counter = self.counters.get(target.count_rule)
        value = None if extent.is_part else aim(target, extent, counter)
        done = _done(target, extent, counter)
        outlook, pipeline = self._ahead(counter, extent)
        forecast = self._forecast(target, value, done, outlook)
        return Progress(
            target, extent, counter, value, done, pipeline, forecast,
            reason_of(outlook, done, is_over=self.is_over),
            risk_of(value, done, forecast, is_over=self.is_over),
        )  # fmt: skip

    def _ahead(self, counter: Counter | None, extent: Extent) -> tuple[Outlook | None, dict[str, int]]:
        """What the cases in hand promise, and how many are in each stage; nothing once the year is over."""
        if counter is None or self.is_over:
            return None, {}
        cases = counter.in_hand(extent)
        past = counter.past(self.pasts) if cases else {}
        outlook = look_ahead(cases, past, self.pasts.on, self.plan.last_day)
        stages: Tally[str] = Tally()
        for case in cases:
            stages[case.stage] += case.number
        return outlook, in_order(stages)

    def _forecast(
        self, target: Target, value: Number | None, done: Number, outlook: Outlook | None
    ) -> Number | None:
        """Done and what is expected; never more than there is to do where all that is due is aimed at."""
        if outlook is None:
            return done if self.is_over else None
        forecast = done + outlook.more
        return (
            min(forecast, max(value, done))
            if target.bound == Bound.ALL_DUE and value is not None
            else forecast
        )


def in_order(stages: Mapping[str, int]) -> dict[str, int]:
    """Stages in the order in which a case goes through them."""
    return {stage: stages[stage] for stage in STAGES if stage in stages}


def _done(target: Target, extent: Extent, counter: Counter | None) -> Number:
    if counter is not None:
        return counter.rows(extent).count()
    return total_recorded(target, results_of(target, extent))


def aim(target: Target, extent: Extent, counter: Counter | None) -> Number | None:
    """The number aimed at: the plan's own, or what «all due» comes to where the records can say it."""
    if target.bound != Bound.ALL_DUE:
        return target.value
    if counter is not None and counter.all_due is not None:
        return counter.all_due(extent)
    return count_recognised_of_years(extent) if extent.recognition_years else None


def at_risk(targets: Sequence[Progress]) -> list[Progress]:
    """Those that need somebody's attention."""
    return [one for one in targets if one.risk in (Risk.AT_RISK, Risk.MISSED)]
