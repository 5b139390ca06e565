"""Putting lines into the press plan, changing and cancelling them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ocop.casework.communication import notices, permissions, refusals
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import Channel, PressState
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record, transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import words_of
from ocop.foundation.refusals import Refusal, ensure
from ocop.kernel.text import fold, one_line, searchable
from ocop.registers.programme.models import Plan, Task
from ocop.registers.programme.rules import PlanState

AMENDABLE = ("title", "channel", "outlet", "place", "planned_on", "note", "task")


@recorded
def note_item(
    *,
    plan: Plan | None,
    place: Place,
    title: str,
    channel: Channel,
    planned_on: date,
    by: Person,
    at: datetime,
    task: Task | None = None,
    outlet: str = "",
    note: str = "",
) -> PressItem:
    """Puts a line into the press plan. A line of the province is planned at once; a commune's is proposed to
    it.

    Refused for places of other offices, without words, for a closed plan, a day of another year, a place
    outside the plan, a task of another plan, and for what is there already (same words, channel, place and
    day).
    """
    ensure(permissions.refuse_note(by, at, place))
    # one at a time for a place, or two at once would not see each other's line; others go on naming the place
    holding(Place.objects).get(pk=place.pk)
    item = PressItem(
        plan=plan, task=task, place=place, title=one_line(title), channel=Channel(channel).value,
        outlet=one_line(outlet), note=note.strip(), planned_on=planned_on, created_by=by,
        created_at=at,
    )  # fmt: skip
    ensure(_refuse_content(item))
    item.search_text = _search_text(item)
    item.save()
    record("pressitem.note", item, by=by, at=at, data=_content(item))
    if permissions.refuse_settle(by, item, at) is None:
        transition(item, "accept", by=by, at=at)
    else:
        notices.item_proposed(item, at=at)
    return item


@recorded
def amend_item(item: PressItem, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """Changes what is planned (AMENDABLE).
    Refused once it is done or cancelled, to other offices, as for noting.
    """
    held(item)
    ensure(permissions.refuse_amend_item(by, item, at))
    before = _content(item)
    for name in AMENDABLE:
        if name in fields:
            setattr(item, name, fields[name])
    item.title, item.outlet, item.note = (
        one_line(item.title),
        one_line(item.outlet),
        item.note.strip(),
    )
    item.channel = Channel(item.channel).value
    ensure(permissions.refuse_note(by, at, item.place))
    ensure(_refuse_content(item))
    after = _content(item)
    if after == before:
        return
    item.search_text = _search_text(item)
    item.save(update_fields=[*AMENDABLE, "search_text"])
    record("pressitem.amend", item, by=by, at=at, data={"before": before, "after": after})


@recorded
def accept_item(item: PressItem, *, by: Person, at: datetime) -> None:
    """Takes a commune's proposal into the plan; who proposed it is told."""
    held(item)
    ensure(permissions.refuse_settle(by, item, at))
    transition(item, "accept", by=by, at=at)
    notices.item_settled(item, reason="", by=by, at=at)


@recorded
def cancel_item(item: PressItem, *, reason: str, by: Person, at: datetime) -> None:
    """Gives a line up with a reason: the province any, a commune its own proposal.
    Who proposed it is told.
    """
    held(item)
    ensure(permissions.refuse_amend_item(by, item, at))
    transition(item, "cancel", by=by, at=at, reason=reason)
    notices.item_settled(item, reason=reason, by=by, at=at)


def _refuse_content(item: PressItem) -> Refusal | None:
    if not item.title:
        return refusals.title_missing()
    if len(item.title) > 200:
        return refusals.too_long(str(PressItem._meta.get_field("title").verbose_name), 200)
    if (refusal := _refuse_plan(item)) is not None:
        return refusal
    same = PressItem.objects.filter(place=item.place, channel=item.channel, planned_on=item.planned_on)
    others = same.exclude(pk=item.pk).exclude(state=PressState.CANCELLED).values_list("title", flat=True)
    if fold(item.title) in {fold(title) for title in others}:
        return refusals.already_planned(item.title, item.planned_on)
    return None


def _refuse_plan(item: PressItem) -> Refusal | None:
    plan, task = item.plan, item.task
    if task is not None and (plan is None or task.plan_id != plan.pk):
        return refusals.task_of_another_plan(task.name)
    if plan is None:
        return None
    if plan.state == PlanState.CLOSED:
        return refusals.plan_closed(str(plan))
    if item.planned_on.year != plan.year:
        return refusals.outside_year(item.planned_on, plan.year)
    return (
        None if item.place.is_within(plan.place) else refusals.outside_place(str(item.place), str(plan.place))
    )


def _content(item: PressItem) -> dict[str, Any]:
    """What the record keeps of a line."""
    return {
        "title": item.title,
        "channel": item.channel,
        "outlet": item.outlet,
        "place": item.place_id,
        "planned_on": item.planned_on.isoformat(),
        "note": item.note,
        "plan": item.plan_id,
        "task": item.task_id,
    }


def _search_text(item: PressItem) -> str:
    return searchable(item.title, item.outlet, item.note, words_of(item.place))
