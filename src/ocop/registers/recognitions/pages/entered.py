"""One recognition entered from paper."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.refusals import ensure
from ocop.registers.producers.permissions import refuse_list
from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.selectors import standing_of
from ocop.registers.recognitions.about import find_entered
from ocop.registers.recognitions.acts import CORRECT, SCAN
from ocop.registers.recognitions.labels import words_of_change, words_of_doubts
from ocop.registers.recognitions.permissions import refuse_bring_in
from ocop.registers.recognitions.selectors import place_of_today


@require_safe
def entered(request: PersonRequest, pk: int) -> HttpResponse:
    """What the paper says, what holds today, scans, and what was put right."""
    who = request.who
    ensure(refuse_list(who.person, who.at))
    one = find_entered(who, pk)
    standing = standing_of(one.recognition, timezone.localdate(who.at))
    context = {
        "entered": one, "recognition": one.recognition, "product": one.recognition.product,
        "place": place_of_today(one), "word": STANDINGS[standing.kind],
        "word_kind": STANDING_KINDS[standing.kind], "doubts": words_of_doubts(one.doubts),
        "scans": one.scans.select_related("file", "by"),
        "corrections": [
            (row, words_of_change(row.before, row.after)) for row in one.corrections.select_related("by")
        ],
        "buttons": buttons([CORRECT, SCAN], who, one) if refuse_bring_in(who) is None else [],
    }  # fmt: skip
    return render(request, "recognitions/entered.html", context)
