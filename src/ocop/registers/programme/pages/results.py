"""Results recorded by hand for a target that no record can count."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.registers.programme import permissions, selectors
from ocop.registers.programme.about import find_target, see_plan
from ocop.registers.programme.labels import number_words
from ocop.registers.programme.pages.showing import scope_words


@require_safe
def results(request: PersonRequest, place: str, year: int, key: str) -> HttpResponse:
    """What was recorded for a target, what was withdrawn and why."""
    who = request.who
    target = find_target(who, place, year, key)
    plan = target.plan
    see_plan(who, plan)
    rows = list(target.results.select_related("place", "file", "by", "withdrawn_by"))
    context = {
        "plan": plan,
        "target": target,
        "number": number_words(target.bound, target.value, target.unit),
        "scope": scope_words(target),
        "rows": rows,
        "total": selectors.total_recorded(target, [row for row in rows if row.is_live]),
        "records": permissions.refuse_running(who, plan) is None and not target.is_counted,
    }
    return render(request, "programme/results.html", context)
