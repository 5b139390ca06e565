"""The producer's own pages: what is known of it, and what is still missing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.parts import Happening, Todo
from ocop.registers.producers import permissions, selectors
from ocop.registers.producers.about import visible_producer
from ocop.registers.producers.labels import ACTS, SECTIONS
from ocop.registers.producers.models import Producer

LATEST = 12


@require_safe
def own(request: PersonRequest) -> HttpResponse:
    """My producers; with a single one, straight to its page."""
    producers = list(selectors.producers_of(request.user, timezone.now()).with_places())
    if len(producers) == 1:
        return redirect(producers[0])
    return render(request, "producers/own.html", {"producers": producers})


@require_safe
def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """Everything about one producer, for its people and its officers."""
    at = request.who.at
    producer = visible_producer(request.who, slug)
    refusal = permissions.refuse_act(request.user, producer, at)
    may_see = permissions.refuse_see_representative(request.user, producer, at) is None
    context = {
        "producer": producer,
        "may_act": refusal is None,
        "is_own": permissions.acts_for(request.user, producer, at),
        "steps": steps_of(producer, may_act=refusal is None),
        "missing": len(selectors.missing_facts(producer)),
        "representative": selectors.representative(producer, person=request.user, at=at) if may_see else None,
        "may_see_representative": may_see,
        "people": selectors.people_of(producer, at),
        "products": selectors.products_shown(producer),
        "entries": [_entry(row) for row in history(producer)[:LATEST]],
    }
    return render(request, "producers/detail.html", context)


def steps_of(producer: Producer, *, may_act: bool) -> list[Todo]:
    """The pages of facts with what is done and what is missing."""
    missing = selectors.missing_facts(producer)
    is_bare = not (producer.history or producer.organisation)
    steps = []
    for section, label in SECTIONS.items():
        state = "todo" if section in missing else "optional" if section == "about" and is_bare else "done"
        url = reverse("producers:amend", args=[producer.slug, section]) if may_act else ""
        steps.append(Todo(label, state, url))
    return steps


def _entry(row: Any) -> Happening:
    return Happening(ACTS.get(row.action, row.action), row.at, row.by_name, row.reason)
