"""Who may act for a producer."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.registers.producers import permissions
from ocop.registers.producers.about import visible_producer


@require_safe
def people(request: PersonRequest, slug: str) -> HttpResponse:
    """Everybody who may act for the producer now, and who could before."""
    at = request.who.at
    producer = visible_producer(request.who, slug)
    ensure(permissions.refuse_act(request.user, producer, at))
    rows = producer.representations.select_related("person", "producer").order_by("-starts_at")
    lasting = [row for row in rows if row.ends_at is None]
    context = {
        "producer": producer,
        "now": [row for row in rows if row.ends_at is None or row.ends_at > at],
        "last": lasting[0] if len(lasting) == 1 else None,
        "refuse_last": permissions.refuse_end_representation(request.user, lasting[0], at)
        if len(lasting) == 1
        else None,
        "may_issue_code": permissions.is_commune_officer_of(request.who, producer),
        "before": [row for row in rows if row.ends_at is not None and row.ends_at <= at],
    }
    return render(request, "producers/people.html", context)
