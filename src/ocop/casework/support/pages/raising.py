"""What help would raise for a producer's products, what it did raise, and its value-chain links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.support.models import Activity
from ocop.casework.support.pages.chain import drawn
from ocop.casework.support.permissions import refuse_keep_at
from ocop.casework.support.selectors.effects import Change, effects
from ocop.casework.support.selectors.raising import Outlook, Suggestion, outlooks
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer


@dataclass(frozen=True)
class Help:
    """A kind of help that may raise a criterion; `url` opens its form for officers."""

    label: str
    url: str


@dataclass(frozen=True)
class Offer:
    """A suggestion in words."""

    criterion: str
    has: str
    needs: str
    points: Any
    helps: list[Help]


@require_safe
def raising(request: PersonRequest, slug: str) -> HttpResponse:
    """For the producer's people and the offices that see it. Http404 for everybody else."""
    at = timezone.now()
    producer = Producer.objects.visible_to(request.user, at).with_places().filter(slug=slug).first()
    if producer is None:
        raise Http404(_("Không có chủ thể này."))
    may_plan = producer.commune is not None and refuse_keep_at(request.who, producer.commune) is None
    page = {
        "producer": producer,
        "outlooks": [
            (one, [_line(one, suggestion, may_plan) for suggestion in one.suggestions])
            for one in outlooks(producer, request.user, at)
        ],
        "effects": [
            (one, [_change(change) for change in one.changes]) for one in effects(producer, request.user, at)
        ],
        "links": _links(request, producer, at),
    }
    return render(request, "support/raising.html", page)


def _line(outlook: Outlook, suggestion: Suggestion, may_plan: bool) -> Offer:
    criterion = suggestion.criterion
    return Offer(
        name(criterion),
        chosen(criterion, suggestion.has),
        chosen(criterion, True if criterion.is_boolean else suggestion.needs),
        suggestion.points,
        [Help(said(kind.label), _url(outlook, kind.slug) if may_plan else "") for kind in suggestion.kinds],
    )


def _url(outlook: Outlook, slug: str) -> str:
    """The form of a new activity, filled with the product and its producer."""
    product = outlook.product
    words = urlencode({"ten": product.name, "san-pham": product.slug})
    return f"{reverse('support:plan', args=[slug])}?{words}"


def _change(change: Change) -> tuple[Change, str, str, str]:
    return (
        change,
        name(change.after_criterion),
        chosen(change.criterion, change.before),
        chosen(change.after_criterion, change.after),
    )


def _links(request: PersonRequest, producer: Producer, at: datetime) -> list[tuple[Activity, dict[str, Any]]]:
    """The value-chain links that bind the producer, drawn."""
    bound = Activity.objects.visible_to(request.user, at).filter(parties__producer=producer).distinct()
    rows = bound.with_names().prefetch_related("parties").order_by("-starts_on", "-pk")
    return [(one, drawn(one)) for one in rows]
