"""All kinds of help with how many of each, and what waits."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ocop.casework.support import permissions
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState, kinds
from ocop.casework.support.selectors.desks import waiting
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.waiting import gather
from ocop.foundation.ui.words import said

MOST_SHOWN = 30


@dataclass(frozen=True)
class KindLine:
    """One kind with its counts."""

    name: str
    icon: str
    url: str
    add_url: str
    planned: int
    running: int
    finished: int


def home(request: PersonRequest) -> HttpResponse:
    """Every kind with what is planned, under way and finished; above it what is late or ends soon."""
    at = timezone.now()
    ensure(permissions.refuse_list(request.who))
    may_add = permissions.refuse_plan(request.who) is None
    page = {
        "lines": _lines(request, may_add),
        "waiting": gather(waiting(request.user, at), MOST_SHOWN),
        "may_add": may_add,
        "today": timezone.localdate(at),
    }
    return render(request, "support/home.html", page)


def _lines(request: PersonRequest, may_add: bool) -> list[KindLine]:
    seen = Activity.objects.visible_to(request.user, timezone.now()).order_by()
    counts = {
        (kind, state): n for kind, state, n in seen.values_list("kind", "state").annotate(n=Count("pk"))
    }
    return [
        KindLine(
            said(kind.label),
            kind.icon,
            reverse("support:list", args=[kind.slug]),
            reverse("support:plan", args=[kind.slug]) if may_add else "",
            counts.get((kind.key, ActivityState.PLANNED), 0),
            counts.get((kind.key, ActivityState.RUNNING), 0),
            counts.get((kind.key, ActivityState.FINISHED), 0),
        )
        for kind in kinds().values()
    ]
