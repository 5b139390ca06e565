"""Raw-material areas on a map, with a list that does the same job."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.support.documents.areas import areas_map
from ocop.casework.support.permissions import refuse_list
from ocop.casework.support.rules import kinds
from ocop.casework.support.selectors.areas import SIGNBOARD, areas
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.places.selectors import communes_of
from ocop.foundation.refusals import ensure
from ocop.registers.programme.selectors import current


@require_safe
def areas_page(request: PersonRequest) -> HttpResponse:
    """For offices that read help."""
    at = timezone.now()
    ensure(refuse_list(request.who))
    found, programme = areas(request.user, at), current()
    communes = communes_of(programme.province, timezone.localdate(at)) if programme else []
    page = {"areas": found, "map": areas_map(found, communes), "kind_slug": kinds()[SIGNBOARD].slug}
    return render(request, "support/areas.html", page)
