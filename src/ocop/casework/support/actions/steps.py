"""The steps of an application or a standard, one after another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.files.base import File

from ocop.casework.support import permissions, refusals
from ocop.casework.support.actions.days import check_day
from ocop.casework.support.models import Activity, Step
from ocop.casework.support.permissions.files import STEP_FILES
from ocop.casework.support.rules.steps import StepDays, before_in_order, fits_between, following
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refused, ensure
from ocop.kernel.text import one_line


@recorded
def record_step(
    activity: Activity,
    key: str,
    *,
    by: Person,
    at: datetime,
    done_on: date | None = None,
    due_on: date | None = None,
    office_no: str = "",
    note: str = "",
    upload: File[Any] | None = None,
) -> Step:
    """Says that a step is done, or until when it should be; the open steps after it get new days.

    Refused out of turn, before the step before it, on a day that has not come, and once the activity has
    ended.
    """
    held(activity)
    ensure(permissions.refuse_change(by, activity, at))
    step = holding(activity.steps).filter(key=key).first()
    if step is None:
        raise Refused(refusals.no_steps())
    _check_turn(activity, step, done_on, at)
    step.done_on, step.due_on = done_on, due_on or step.due_on
    step.office_no, step.note = one_line(office_no), one_line(note)
    if upload is not None:
        step.file = store(upload, owner=STEP_FILES, by=by, at=at)
    step.save()
    _move_following(activity, key)
    record("activity.step", activity, by=by, at=at, data=_content(step))
    return step


def _days(steps: Iterable[Step]) -> list[StepDays]:
    return [StepDays(one.key, one.due_on, one.done_on) for one in steps]


def _check_turn(activity: Activity, step: Step, done_on: date | None, at: datetime) -> None:
    days = _days(activity.steps.order_by("position"))
    if done_on is None:
        # a step that others stand on cannot be taken back
        later = days[step.position :]
        ensure(refusals.step_day_upside_down() if any(one.done_on for one in later) else None)
        return
    check_day(done_on, activity, at)
    first = before_in_order(days, step.key)
    if first is not None:
        raise Refused(refusals.step_out_of_turn(activity.steps.get(key=first.key).name))
    ensure(None if fits_between(days, step.key, done_on) else refusals.step_day_upside_down())


def _move_following(activity: Activity, key: str) -> None:
    steps = {one.key: one for one in activity.steps.order_by("position")}
    for later, due in following(activity.row, _days(steps.values()), key).items():
        steps[later].due_on = due
        steps[later].save(update_fields=["due_on"])


def _content(step: Step) -> dict[str, Any]:
    done = step.done_on.isoformat() if step.done_on else None
    return {"step": step.key, "done_on": done, "due_on": step.due_on.isoformat(), "office_no": step.office_no}
