"""Limit days between two rounds: what the office decided, and what it has still to decide."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.registers.rounds import selectors
from ocop.registers.rounds.about import find_programme
from ocop.registers.rounds.labels import round_words
from ocop.registers.rounds.rules import RoundName


@require_safe
def boundaries(request: PersonRequest) -> HttpResponse:
    """The limit days of this year and the next, and the ministry's next rounds."""
    programme, today = find_programme(request.who), timezone.localdate(request.who.at)
    found = selectors.boundaries(programme, today)
    shown = [{"one": one, "this": _words(one.this), "later": _words(one.later)} for one in found]
    context = {"boundaries": shown, "ministry": selectors.ministry_rounds(today)}
    return render(request, "rounds/boundaries.html", context)


def _words(name: RoundName) -> str:
    return round_words(name.number, name.year)
