"""The page of one activity: facts, people, steps, looks, payments, papers, what it lacks, what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ocop.casework.support import permissions
from ocop.casework.support.about import find_activity, head_of, see_activity
from ocop.casework.support.acts import MOVES
from ocop.casework.support.labels.acts import KINDS, about, act
from ocop.casework.support.labels.facts import words
from ocop.casework.support.labels.faults import lack_sentence
from ocop.casework.support.models import Activity, Step
from ocop.casework.support.pages.chain import drawn
from ocop.casework.support.rules import FieldType
from ocop.casework.support.selectors import missing
from ocop.casework.support.selectors.above import sections_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.parts import Happening
from ocop.foundation.ui.words import said
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products.selectors import standing_of


def activity(request: PersonRequest, key: UUID) -> HttpResponse:
    """Everything about one activity that the person may see."""
    who = request.who
    found = find_activity(who, key)
    see_activity(who, found)
    today = timezone.localdate(who.at)
    in_office = permissions.may_read_money(who)
    page = head_of(found) | {
        "facts": _facts(found),
        "beneficiaries": _beneficiaries(who, found, in_office),
        "steps": [_step(one, today) for one in found.steps.select_related("file").order_by("position")],
        "looks": found.looks.select_related("photo"),
        "parties": found.parties.select_related("producer"),
        **drawn(found),
        "sections": sections_of(who, found),
        "kits": _kits(who, found, in_office),
        "costs": found.costs.select_related("budget_line", "file") if in_office else [],
        "papers": found.papers.select_related("file") if in_office else [],
        "lacks": [lack_sentence(found.row, one) for one in missing(found)] if found.is_open else [],
        "deeds": [one for one in buttons(MOVES, who, found) if one.refusal is None],
        "may_change": permissions.refuse_change(who, found) is None,
        "may_add": permissions.refuse_add(who, found) is None,
        "in_office": in_office,
        "pictures_only": not in_office,
        "entries": _thread(found) if in_office else [],
        "today": today,
        "ended": found.expires_on is not None and found.expires_on < today,
    }
    page["spent"] = sum(one.amount for one in page["costs"] if one.withdrawn_at is None)
    return render(request, "support/activity.html", page)


def _facts(found: Activity) -> list[tuple[str, str, bool]]:
    """Label, words, and whether they are a link; what was not written is left out."""
    rows = [(field, words(field, found.facts)) for field in found.row.fields]
    return [(said(field.label), text, field.type is FieldType.URL) for field, text in rows if text]


def _beneficiaries(who: Who, found: Activity, in_office: bool) -> Any:
    """All of them for offices; for a producer its own."""
    rows = found.beneficiaries.select_related("producer", "product")
    return rows if in_office else rows.filter(producer__in=_own(who))


def _own(who: Who) -> Any:
    return producers_of(who.person, who.at).values("pk")


@dataclass(frozen=True)
class StepLine:
    """A step as the timeline shows it: done, late, next or later."""

    step: Step
    state: str
    days_late: int = 0


def _step(one: Step, today: date) -> StepLine:
    if one.done_on is not None:
        return StepLine(one, "done")
    if one.is_late(today):
        return StepLine(one, "late", (today - one.due_on).days)
    return StepLine(one, "todo")


def _kits(who: Who, found: Activity, in_office: bool) -> list[tuple[Any, bool, date | None]]:
    """Each kit, whether it may be used today, and until when: the status of its recognition says it, so
    the days of an extension count.
    """
    rows = found.kits.select_related("recognition__product__producer", "file").prefetch_related(
        "recognition__events"
    )
    if not in_office:
        rows = rows.filter(recognition__product__producer__in=_own(who))
    today = timezone.localdate(who.at)
    told = [(kit, standing_of(kit.recognition, today)) for kit in rows]
    return [(kit, now.is_good, now.until if now.is_good else kit.allowed_until) for kit, now in told]


def _thread(found: Activity) -> list[Happening]:
    """What happened, newest first."""
    return [
        Happening(
            act(one.action),
            one.at,
            one.by_name,
            one.reason,
            about(found.row, one.data),
            KINDS.get(one.action, "info"),
        )
        for one in history(found)
    ]
