"""Đặt lịch: sets the calendar of the year anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Refusal, ensure, record, recorded, vouch
from ocop.registers.programme.labels import STEPS
from ocop.registers.programme.models import CycleStep, Plan
from ocop.registers.programme.permissions import refuse_keep_up
from ocop.registers.programme.rules import StepKind
from ocop.registers.programme.writes.holding import held_plan


@dataclass(frozen=True)
class CycleDates:
    """A step as somebody wants it."""

    kind: StepKind
    starts_on: date
    ends_on: date
    note: str = ""


@recorded
def set_cycle_steps(plan: Plan, steps: Sequence[CycleDates], *, by: Person, at: datetime) -> list[CycleStep]:
    """Sets the calendar of the year anew; the one before stays readable in the record.

    A working calendar, so it may be set until the plan is closed. Refused: an end before its start, a step
    that does not begin in the plan's year.
    """
    stored = held_plan(plan)
    ensure(refuse_keep_up(who_is(by, at), stored))
    for step in steps:
        ensure(_refuse_step(step, stored))
    before = [_plain(one) for one in stored.steps.all()]
    wanted = [CycleDates(StepKind(one.kind), one.starts_on, one.ends_on, one.note.strip()) for one in steps]
    stored.steps.all().delete()
    rows = (
        CycleStep(
            plan=stored, kind=one.kind.value, starts_on=one.starts_on, ends_on=one.ends_on, note=one.note
        )
        for one in wanted
    )
    vouch(CycleStep.objects.bulk_create(rows))
    record(
        "plan.set_cycle",
        stored,
        by=by,
        at=at,
        data={"before": before, "after": [_plain(one) for one in wanted]},
    )
    return list(stored.steps.all())


def _refuse_step(step: CycleDates, plan: Plan) -> Refusal | None:
    word = STEPS[StepKind(step.kind)]
    if step.ends_on < step.starts_on:
        return Refusal(
            "step_order",
            gettext("Bước “%(step)s” kết thúc trước khi bắt đầu.") % {"step": word},
            "",
            gettext("Sửa một trong hai ngày."),
        )
    if step.starts_on.year != plan.year:
        return Refusal(
            "outside_year",
            gettext("Bước “%(step)s” không bắt đầu trong năm %(year)s.") % {"step": word, "year": plan.year},
            "",
            gettext("Sửa ngày bắt đầu."),
        )
    return None


def _plain(step: CycleDates | CycleStep) -> list[str]:
    return [str(step.kind), step.starts_on.isoformat(), step.ends_on.isoformat(), step.note]
