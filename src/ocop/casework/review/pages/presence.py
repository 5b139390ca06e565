"""The code that the secretary shows on the wall: whoever sits on the council reads it with the own phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe

from ocop.casework.review import permissions
from ocop.casework.review.about import find_meeting, see_meeting
from ocop.casework.review.models import Meeting
from ocop.casework.review.selectors import members_of
from ocop.casework.review.selectors.presence import code_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines import qr
from ocop.foundation.refusals import ensure


def _code(request: PersonRequest, found: Meeting) -> dict[str, Any]:
    """The code of this minute, and who is there already."""
    at = request.who.at
    address = reverse("review:check_in", args=[found.key])
    url = f"{settings.SITE_ADDRESS}{address}?{urlencode({'ma': code_of(found, at)})}"
    there = set(found.attendances.filter(is_present=True).values_list("seat", flat=True))
    members = [(seat, seat.pk in there) for seat in members_of(found.council, at)]
    return {"meeting": found, "qr": mark_safe(qr.svg(url)), "members": members}  # noqa: S308 - drawn here


def door(request: PersonRequest, key: UUID) -> HttpResponse:
    """The code, large enough for the room; the part with it renews itself."""
    found = find_meeting(request.who, key)
    see_meeting(request.who, found)
    ensure(permissions.refuse_prepare(request.who, found))
    part = "review/door_part.html" if request.headers.get("HX-Request") else "review/door.html"
    return render(request, part, _code(request, found))
