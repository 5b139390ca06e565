"""What came after the end, for the chair."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.casework.review.about import find_meeting, see_meeting
from ocop.casework.room.permissions import refuse_see_late
from ocop.casework.room.selectors.late import late_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure


@require_safe
def late(request: PersonRequest, key: UUID) -> HttpResponse:
    """Sheets that came after their product or the meeting was over, as they came."""
    meeting = find_meeting(request.who, key)
    see_meeting(request.who, meeting)
    ensure(refuse_see_late(request.who, meeting))
    return render(request, "room/late.html", {"meeting": meeting, "rows": late_of(request.who, meeting)})
