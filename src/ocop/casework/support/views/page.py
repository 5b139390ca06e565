"""The page of one activity: facts, people, steps, looks, payments, papers, what it lacks, what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support import permissions
from ocop.casework.support.labels.acts import KINDS, about, act
from ocop.casework.support.labels.facts import words
from ocop.casework.support.labels.faults import lack_sentence
from ocop.casework.support.models import Activity, Step
from ocop.casework.support.rules import WORKFLOW, ActivityState, FieldType
from ocop.casework.support.selectors import missing
from ocop.casework.support.views.chain import drawn
from ocop.casework.support.views.loading import head, visible
from ocop.foundation.acts import Button
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.parts import Happening
from ocop.foundation.ui.words import said
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products.selectors import standing_of


def activity(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everything about one activity that the person may see."""
    at = timezone.now()
    found = visible(request, key, at)
    today = timezone.localdate(at)
    in_office = permissions.may_read_money(request.user, at)
    page = head(found) | {
        "facts": _facts(found),
        "beneficiaries": _beneficiaries(request, found, in_office, at),
        "steps": [_step(one, today) for one in found.steps.select_related("file").order_by("position")],
        "looks": found.looks.select_related("photo"),
        "parties": found.parties.select_related("producer"),
        **drawn(found),
        "kits": _kits(request, found, in_office, today, at),
        "costs": found.costs.select_related("budget_line", "file") if in_office else [],
        "papers": found.papers.select_related("file") if in_office else [],
        "lacks": [lack_sentence(found.row, one) for one in missing(found)] if found.is_open else [],
        "deeds": _deeds(request.user, found, at),
        "may_change": permissions.refuse_change(request.user, found, at) is None,
        "may_add": permissions.refuse_add(request.user, found, at) is None,
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


def _beneficiaries(request: HttpRequest, found: Activity, in_office: bool, at: datetime) -> Any:
    """All of them for offices; for a producer its own."""
    rows = found.beneficiaries.select_related("producer", "product")
    return rows if in_office else rows.filter(producer__in=_own(request, at))


def _own(request: HttpRequest, at: datetime) -> Any:
    return producers_of(request.user, at).values("pk")


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


def _kits(
    request: HttpRequest, found: Activity, in_office: bool, today: date, at: datetime
) -> list[tuple[Any, bool, date | None]]:
    """Each kit, whether it may be used today, and until when: the status of its recognition says it, so
    the days of
    an extension count.
    """
    rows = found.kits.select_related("recognition__product__producer", "file").prefetch_related(
        "recognition__events"
    )
    if not in_office:
        rows = rows.filter(recognition__product__producer__in=_own(request, at))
    told = [(kit, standing_of(kit.recognition, today)) for kit in rows]
    return [(kit, now.is_good, now.until if now.is_good else kit.allowed_until) for kit, now in told]


_BUTTONS = {"start": "button", "finish": "button", "cancel": "button button-plain"}


def _deeds(person: Any, found: Activity, at: datetime) -> list[Button]:
    """The moves open from this state, the main one first."""
    if permissions.refuse_keep(person, found.place, at) is not None:
        return []
    deeds = [
        Button(said(move.label), reverse(f"support:{move.name}", args=[found.key]), _BUTTONS[move.name])
        for move in WORKFLOW.available(found.state)
    ]
    if found.state in (ActivityState.PLANNED, ActivityState.RUNNING):
        deeds.insert(
            1, Button(_("Sửa thông tin"), reverse("support:edit", args=[found.key]), "button button-quiet")
        )
    return deeds


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
