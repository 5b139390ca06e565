"""A day: its way, what this phone has loaded of it, its plan on paper; the worker that brings it offline."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.fieldwork import permissions
from ocop.casework.fieldwork.about import find_day
from ocop.casework.fieldwork.acts.announce_day import ANNOUNCE_DAY
from ocop.casework.fieldwork.checks import refuse_at_place
from ocop.casework.fieldwork.labels import STATE_KINDS, state_word
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.papers.plans import plan_pdf
from ocop.casework.fieldwork.selectors.way import HEIGHT, WIDTH, stops_of
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import address_of
from ocop.foundation.documents.exports import shown_pdf
from ocop.foundation.refusals import ensure

WORKER = Path(__file__).parents[1] / "static" / "fieldwork" / "worker.js"


def _visits(who: Who, day: date) -> list[Visit]:
    rows = find_day(who, day).visits.visible_to(who.person, who.at)
    return list(rows.prefetch_related("inspectors__person"))


@require_safe
def day_page(request: PersonRequest, day: date) -> HttpResponse:
    """The visits of one day in the order of the way, with a sketch, and what is loaded on this machine."""
    who = request.who
    ensure(permissions.refuse_list(who))
    visits = _visits(who, day)
    stops = stops_of(visits)
    context: dict[str, Any] = {
        "day": day,
        "is_today": day == timezone.localdate(who.at),
        "rows": [_row(who, visit) for visit in visits],
        "stops": stops,
        "points": " ".join(f"{stop.x},{stop.y}" for stop in stops),
        "width": WIDTH,
        "height": HEIGHT,
        "announce_url": _announce_url(who, day, visits),
        "scope": reverse("fieldwork:list"),
        "worker": reverse("fieldwork:worker"),
    }
    return render(request, "fieldwork/day.html", context)


def _row(who: Who, visit: Visit) -> dict[str, Any]:
    return {
        "visit": visit,
        "word": state_word(visit.state),
        "kind": STATE_KINDS[VisitState(visit.state)],
        "team": [sent.person for sent in visit.inspectors.all()],
        "must_declare": any(
            sent.person_id == who.person.pk and sent.has_conflict is None for sent in visit.inspectors.all()
        ),
        "may_write": visit.is_open and refuse_at_place(who, visit) is None,
        "page": reverse("fieldwork:findings", args=[visit.key]),
    }


def _announce_url(who: Who, day: date, visits: list[Visit]) -> str:
    waits = any(visit.state == VisitState.PLANNED for visit in visits)
    if not waits or permissions.refuse_plan(who) is not None:
        return ""
    return address_of(ANNOUNCE_DAY, find_day(who, day))


@require_safe
def plan_paper(request: PersonRequest, day: date) -> HttpResponse:
    """The plan of the day, to be signed and numbered by the office."""
    who = request.who
    ensure(permissions.refuse_list(who))
    found = find_day(who, day)
    return shown_pdf(plan_pdf(found.programme, day, _visits(who, day), at=who.at), f"ke-hoach-{day}.pdf")


@require_safe
def worker(_request: PersonRequest) -> HttpResponse:
    """The script that brings loaded pages without network; it stands above the pages that it may bring."""
    response = HttpResponse(WORKER.read_text("utf-8"), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
