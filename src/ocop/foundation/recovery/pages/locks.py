"""Who is kept out now after wrong passwords, for operators."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import ensure
from ocop.foundation.recovery.permissions import refuse_locks

MOST_SHOWN = 200


@require_safe
def locks(request: PersonRequest) -> HttpResponse:
    """Every lock of this moment, the latest first."""
    ensure(refuse_locks(request.who))
    rows = list(tries.locked(request.who.at)[:MOST_SHOWN])
    return render(request, "recovery/locks.html", {"locks": rows})
