"""A set under two decrees, for everyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.registers.regulations.labels import TURNS
from ocop.registers.regulations.selectors.comparing import Turn, compare
from ocop.registers.regulations.views.practice import scored_set


@require_safe
def comparison(
    request: HttpRequest, *, before: str, before_number: int, after: str, after_number: int
) -> HttpResponse:
    """What changed in a set from one decree to the other, the older one always first."""
    sides = [scored_set(before, before_number), scored_set(after, after_number)]
    (old, old_set), (new, new_set) = sorted(sides, key=lambda side: side[0].effective_from)
    found = compare(old_set, new_set)
    context = {
        "old": old,
        "old_set": old_set,
        "new": new,
        "new_set": new_set,
        "found": found,
        "turns": [(TURNS[turn.value], found.count(turn)) for turn in Turn if found.count(turn)],
        "words": TURNS,
    }
    return render(request, "regulations/comparison.html", context)
