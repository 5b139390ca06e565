"""Where a plan stands on a day: per target what is done, under way, expected, and whether it is at risk."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from ocop.casework.communication.rules import PressState
from ocop.casework.dossiers.states import DossierState
from ocop.casework.support.rules import ActivityState
from ocop.foundation.places.models import Place
from ocop.outlets.reports.counting.asking import Question, ask, number_of, total
from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.extent import Extent, Record, Standpoint
from ocop.outlets.reports.counting.past import Pasts
from ocop.outlets.reports.counting.recognitions import number_of_years
from ocop.outlets.reports.counting.registry import counters
from ocop.outlets.reports.counting.results import record_of_result, recorded_of, results_of
from ocop.outlets.reports.labels import reason_of
from ocop.outlets.reports.rules import InHand, Outlook, Risk, look_ahead, risk_of
from ocop.registers.programme.models import Plan, Target
from ocop.registers.programme.rules import Bound
from ocop.registers.programme.selectors import current, targets_of

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
    alone. As many statements for many targets as for few.

    After the year the count is final. What is under way is what is under way now, so `on` is today or past
    the year.
    """
    targets = [one for one in targets_of(plan) if key is None or one.key == key]
    programme, known, standpoint = current(), counters(), Standpoint(on, within)
    is_home = programme is not None and programme.province_id == plan.place_id
    asked = [
        _Asked(
            target, standpoint.of_target(target, plan.place, plan.year, is_home=is_home),
            known.get(target.count_rule),
        )
        for target in targets
    ]  # fmt: skip
    return _View(plan, Pasts(on), asked).answers()


@dataclass(frozen=True)
class _Asked:
    """What is asked of one target."""

    target: Target
    extent: Extent
    counter: Counter | None

    def questions(self, *, is_over: bool) -> Iterator[tuple[str, Question]]:
        """What the records have to say of it; nothing is under way once the year is over."""
        if not self.extent.is_part and (due := _due(self.target, self.extent, self.counter)):
            yield "due", due
        if self.counter is not None:
            yield "done", number_of(self.counter.rows(self.extent))
            if not is_over:
                yield "in_hand", self.counter.in_hand(self.extent)


@dataclass(frozen=True)
class _View:
    """A plan looked at: its targets are asked together."""

    plan: Plan
    pasts: Pasts
    asked: Sequence[_Asked]

    @property
    def is_over(self) -> bool:
        return self.pasts.on > self.plan.last_day

    def answers(self) -> list[Progress]:
        """The progress of each target."""
        every = [dict(one.questions(is_over=self.is_over)) for one in self.asked]
        cases = ask({(n, what): question for n, one in enumerate(every) for what, question in one.items()})
        self.pasts.read(
            one.counter.past for n, one in enumerate(self.asked) if one.counter and cases.get((n, "in_hand"))
        )
        recorded = recorded_of([(one.target, one.extent) for one in self.asked if one.counter is None])
        return [
            self._of(one, {what: cases[n, what] for what in every[n]}, recorded.get(one.target.pk, 0))
            for n, one in enumerate(self.asked)
        ]

    def _of(self, asked: _Asked, cases: Mapping[str, list[InHand]], recorded: Number) -> Progress:
        """The progress of one target."""
        target, extent, counter = asked.target, asked.extent, asked.counter
        value = _value(target, extent, cases.get("due"))
        done = total(cases["done"]) if counter is not None else recorded
        outlook, pipeline = self._ahead(counter, cases.get("in_hand", []))
        forecast = self._forecast(target, value, done, outlook)
        return Progress(
            target, extent, counter, value, done, pipeline, forecast,
            reason_of(outlook, done, is_over=self.is_over),
            risk_of(value, done, forecast, is_over=self.is_over),
        )  # fmt: skip

    def _ahead(self, counter: Counter | None, cases: list[InHand]) -> tuple[Outlook | None, dict[str, int]]:
        """What the cases in hand promise, and how many are in each stage; nothing once the year is over."""
        if counter is None or self.is_over:
            return None, {}
        if cases and counter.usual is not None:
            usual = counter.usual()
            cases = [replace(case, weight=case.number * usual) for case in cases]
        past = self.pasts.of(counter.past) if cases else {}
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


def _due(target: Target, extent: Extent, counter: Counter | None) -> Question | None:
    """What «all due» comes to, where the plan aims at that and the records can say it."""
    if target.bound != Bound.ALL_DUE:
        return None
    if counter is not None and counter.all_due is not None:
        return counter.all_due(extent)
    return number_of_years(extent) if extent.recognition_years else None


def _value(target: Target, extent: Extent, due: list[InHand] | None) -> Number | None:
    """The number aimed at: the plan's own, or what «all due» comes to; of a part nobody knows it."""
    if target.bound == Bound.ALL_DUE:
        return None if due is None else total(due)
    return None if extent.is_part else target.value


def at_risk(targets: Sequence[Progress]) -> list[Progress]:
    """Those that need somebody's attention."""
    return [one for one in targets if one.risk in (Risk.AT_RISK, Risk.MISSED)]
