"""Doubtful places of the law: what is printed, what is used, and the office's decisions."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.registers.programme import permissions, selectors
from ocop.registers.programme.about import doubt_head, programme_here


@require_safe
def doubts(request: PersonRequest) -> HttpResponse:
    """Every doubt that the office may settle, with the decision where there is one."""
    ensure(permissions.refuse_settle(request.who))
    found = selectors.doubts(programme_here())
    return render(request, "programme/doubts.html", {"doubts": [doubt_head(one) for one in found]})
