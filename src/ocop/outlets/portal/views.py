"""The home of everybody who works here, and the search."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.review.selectors import sits_on_council
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.selectors import roles_of
from ocop.outlets.portal import finding
from ocop.outlets.portal.desk import desk_of
from ocop.outlets.portal.first_steps import start
from ocop.outlets.portal.lately import lately
from ocop.outlets.portal.overview import overview
from ocop.registers.programme.shell import programme_of


@require_safe
def home(request: PersonRequest) -> HttpResponse:
    """What waits for me with the days left, what is late, what happened;
    at the beginning what to do first.
    """
    at = timezone.now()
    roles = roles_of(request.user, at)
    figures = overview(request.user, at) if roles else []
    context = {
        "desk": desk_of(request.user, at),
        "works_here": bool(roles) or sits_on_council(request.user, at),
        "figures": figures,
        # where dossiers are under way nobody asks what comes first
        "start": None if figures else start(request.user, roles, programme_of(request), at),
        "entries": lately(request.user, at),
    }
    return render(request, "portal/home.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Products, producers and dossiers that I may see, by words; a code leads to what it is of."""
    query = " ".join(request.GET.get("q", "").split())[: finding.LONGEST_QUERY]
    if address := finding.address_of_code(request.user, query, timezone.now()):
        return redirect(address)
    groups = finding.search(request.user, query, timezone.now())
    return render(request, "portal/search.html", {"query": query, "groups": groups})
