"""Days off: which years are known, and their days."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.words import said
from ocop.kernel.calendar import Certainty
from ocop.registers.programme.about import find_year
from ocop.registers.programme.labels import CERTAINTIES, CERTAINTY_KINDS
from ocop.registers.programme.models import YearOfDaysOff
from ocop.registers.programme.permissions import refuse_days_off
from ocop.registers.programme.selectors.days_off import KnownYear, known_years


@require_safe
def days_off(request: PersonRequest) -> HttpResponse:
    """The years by which dates are counted here."""
    ensure(refuse_days_off(request.who))
    years = [_shown(one) for one in known_years()]
    return render(request, "programme/days_off.html", {"years": years})


@require_safe
def year(request: PersonRequest, year: int) -> HttpResponse:
    """One year with its days; what was entered before stands below."""
    found = find_year(request.who, year)
    rows = YearOfDaysOff.objects.filter(year=year).select_related("entered_by").order_by("-pk")
    days = [
        {
            "on": day.on, "is_worked": day.is_worked, "name": said(day.label),
            "is_doubtful": day.certainty is not Certainty.CONFIRMED,
        }
        for day in found.days
    ]  # fmt: skip
    context = {**_shown(found), "days": days, "rows": rows, "history": history(*rows)}
    return render(request, "programme/days_off_year.html", context)


def _shown(one: KnownYear) -> dict[str, Any]:
    return {
        "known": one,
        "certainty": CERTAINTIES[one.certainty],
        "certainty_kind": CERTAINTY_KINDS[one.certainty],
    }
