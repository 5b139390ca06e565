"""What came after the end, and who loaded the dossiers: for the chair and the secretary."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.casework.review.about import find_meeting, see_meeting
from ocop.casework.room.permissions import refuse_see_late, refuse_see_loads
from ocop.casework.room.selectors.late import late_of
from ocop.casework.room.selectors.loads import loads_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure


@require_safe
def late(request: PersonRequest, key: UUID) -> HttpResponse:
    """Sheets that came after their product or the meeting was over, as they came."""
    meeting = find_meeting(request.who, key)
    see_meeting(request.who, meeting)
    ensure(refuse_see_late(request.who, meeting))
    return render(request, "room/late.html", {"meeting": meeting, "rows": late_of(request.who, meeting)})


@require_safe
def loads(request: PersonRequest, key: UUID) -> HttpResponse:
    """Which members have loaded the dossiers onto a machine, when first and when last."""
    meeting = find_meeting(request.who, key)
    see_meeting(request.who, meeting)
    ensure(refuse_see_loads(request.who, meeting))
    return render(request, "room/loads.html", {"meeting": meeting, "rows": loads_of(meeting)})
