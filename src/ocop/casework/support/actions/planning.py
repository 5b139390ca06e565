"""Entering a piece of help and amending it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.support import permissions, refusals
from ocop.casework.support.actions.indexing import index
from ocop.casework.support.labels.faults import fault_sentence
from ocop.casework.support.models import Activity, Step
from ocop.casework.support.rules import Kind, kinds, read_facts
from ocop.casework.support.rules.steps import first_days
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.vouching import vouch
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import lies_on
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.text import one_line
from ocop.registers.programme.models import Plan, Task


@recorded
def plan_activity(
    *,
    kind: str,
    name: str,
    place: Place,
    agency: str,
    starts_on: date,
    by: Person,
    at: datetime,
    ends_on: date | None = None,
    facts: Mapping[str, Any] | None = None,
    plan: Plan | None = None,
    task: Task | None = None,
    is_illustration: bool = False,
) -> Activity:
    """Enters a piece of help with the facts that its kind asks for at once; steps get their days.

    Refused to others than officers of the place; for a place outside the plan's province, days outside its
    year or upside down, a task of another plan, facts that cannot be read.
    """
    ensure(permissions.refuse_keep(by, place, at))
    row = _row_of(kind)
    _check(name=name, agency=agency, place=place, starts_on=starts_on, ends_on=ends_on, plan=plan, task=task)
    activity = Activity(
        kind=row.key, name=one_line(name), place=place, agency=one_line(agency), starts_on=starts_on,
        ends_on=ends_on,
        plan=plan, task=task, is_illustration=is_illustration, created_at=at, created_by=by,
    )  # fmt: skip
    _take_facts(activity, row, facts or {})
    activity.save()
    steps = (
        Step(activity=activity, key=one.key, position=number, due_on=one.due_on)
        for number, one in enumerate(first_days(row, starts_on), start=1)
    )
    vouch(Step.objects.bulk_create(steps))
    index(activity)
    record("activity.plan", activity, by=by, at=at, data=_content(activity))
    return activity


@recorded
def edit_activity(
    activity: Activity,
    *,
    name: str,
    place: Place,
    agency: str,
    starts_on: date,
    by: Person,
    at: datetime,
    ends_on: date | None = None,
    facts: Mapping[str, Any] | None = None,
    plan: Plan | None = None,
    task: Task | None = None,
) -> None:
    """Changes what was entered. Refused as entering is, once it has ended,
    and for another plan after payments.
    """
    held(activity)
    ensure(permissions.refuse_change(by, activity, at))
    ensure(permissions.refuse_keep(by, place, at))
    _check(name=name, agency=agency, place=place, starts_on=starts_on, ends_on=ends_on, plan=plan, task=task)
    _keep_plan_of_costs(activity, plan)
    before = _content(activity)
    activity.name, activity.place, activity.agency = one_line(name), place, one_line(agency)
    activity.starts_on, activity.ends_on, activity.plan, activity.task = starts_on, ends_on, plan, task
    _take_facts(activity, activity.row, facts or {})
    activity.save(
        update_fields=[
            "name",
            "place",
            "agency",
            "starts_on",
            "ends_on",
            "plan",
            "task",
            "facts",
            "expires_on",
        ]
    )
    index(activity)
    after = _content(activity)
    changed = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    record("activity.edit", activity, by=by, at=at, data=changed)


def _row_of(kind: str) -> Kind:
    row = kinds().get(kind)
    if row is None:
        raise Refused(refusals.unknown_kind())
    return row


def _check(
    *,
    name: str,
    agency: str,
    place: Place,
    starts_on: date,
    ends_on: date | None,
    plan: Plan | None,
    task: Task | None,
) -> None:
    parts = [word for word, text in ((_("tên"), name), (_("cơ quan thực hiện"), agency)) if not text.strip()]
    ensure(refusals.incomplete(parts) if parts else None)
    ensure(
        refusals.dates_upside_down(starts_on, ends_on)
        if ends_on is not None and ends_on < starts_on
        else None
    )
    ensure(_refuse_plan(plan, place, starts_on, ends_on))
    ensure(
        refusals.task_of_other_plan()
        if task is not None and (plan is None or task.plan_id != plan.pk)
        else None
    )


def _refuse_plan(plan: Plan | None, place: Place, starts_on: date, ends_on: date | None) -> Refusal | None:
    if plan is None:
        return None
    if not lies_on(place.pk, plan.place):
        return refusals.place_outside_plan(place, plan)
    if starts_on > plan.last_day or (ends_on is not None and ends_on < plan.first_day):
        return refusals.outside_plan_year(plan)
    return None


def _keep_plan_of_costs(activity: Activity, plan: Plan | None) -> None:
    changes = activity.plan_id != (plan.pk if plan else None)
    if changes and activity.costs.filter(withdrawn_at__isnull=True).exists():
        raise Refused(refusals.plan_has_costs())


def _take_facts(activity: Activity, row: Kind, given: Mapping[str, Any]) -> None:
    facts, faults = read_facts(row, given)
    if faults:
        raise Refused(refusals.facts_wrong([fault_sentence(row, fault) for fault in faults]))
    activity.facts = facts
    activity.expires_on = activity.fact_date(row.expires) if row.expires else None


def _content(activity: Activity) -> dict[str, Any]:
    """What the record keeps, so that a later reader sees what changed."""
    return {
        "kind": activity.kind,
        "name": activity.name,
        "place": activity.place_id,
        "agency": activity.agency,
        "starts_on": activity.starts_on.isoformat(),
        "ends_on": activity.ends_on.isoformat() if activity.ends_on else None,
        "plan": activity.plan_id,
        "task": activity.task_id,
        "facts": activity.facts,
    }
