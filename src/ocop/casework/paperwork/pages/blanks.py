"""Blank score sheets of a meeting, to print."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.paperwork.papers.blank import blank_pdf, products_for, scoring_members
from ocop.casework.paperwork.permissions import refuse_blanks
from ocop.casework.review.about import find_meeting, see_meeting
from ocop.casework.review.models import Meeting
from ocop.casework.review.states import UNFINISHED
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import shown_pdf
from ocop.foundation.refusals import ensure


def _meeting(request: PersonRequest, key: UUID) -> Meeting:
    """The meeting, for who keeps or prepares it; one that is over has no blank sheets."""
    meeting = find_meeting(request.who, key)
    see_meeting(request.who, meeting)
    if meeting.state not in UNFINISHED:
        raise Http404(_("Phiên họp đã kết thúc."))
    ensure(refuse_blanks(request.who, meeting))
    return meeting


@require_safe
def blanks(request: PersonRequest, key: UUID) -> HttpResponse:
    """Each scoring member with the sheets to print."""
    meeting = _meeting(request, key)
    rows = [(seat, len(products_for(meeting, seat))) for seat in scoring_members(meeting)]
    context = {"meeting": meeting, "name": _("Phiếu giấy"), "rows": [one for one in rows if one[1]]}
    return render(request, "paperwork/blanks.html", context)


@require_safe
def blank(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The sheets of one member."""
    meeting = _meeting(request, key)
    seat = next((one for one in scoring_members(meeting) if one.pk == pk), None)
    if seat is None or not products_for(meeting, seat):
        raise Http404(_("Không có phiếu nào để in."))
    return shown_pdf(blank_pdf(meeting, seat, at=request.who.at), f"phieu-giay-{pk}.pdf")
