"""Sample numbers to print: the table for the secretary alone, labels for cups and plates."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.paperwork.papers.blank import scoring_members
from ocop.casework.paperwork.papers.samples import MOST_COPIES, labels_pdf, table_pdf, with_numbers
from ocop.casework.paperwork.permissions import refuse_samples
from ocop.casework.review.about import find_meeting, see_meeting
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions import conflicts_of
from ocop.casework.review.selectors import agenda
from ocop.casework.review.states import UNFINISHED
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import shown_pdf
from ocop.foundation.refusals import ensure


def _samples(request: PersonRequest, key: UUID) -> tuple[Meeting, list[AgendaItem]]:
    """The meeting with its numbered products, without those that a conflict keeps from the secretary."""
    who = request.who
    meeting = find_meeting(who, key)
    see_meeting(who, meeting)
    if meeting.state not in UNFINISHED:
        raise Http404(_("Phiên họp đã kết thúc."))
    ensure(refuse_samples(who, meeting))
    kept_from = conflicts_of(who)
    return meeting, with_numbers(one for one in agenda(meeting) if one.pk not in kept_from)


@require_safe
def samples(request: PersonRequest, key: UUID) -> HttpResponse:
    """How many numbers there are, and the two papers."""
    meeting, items = _samples(request, key)
    context = {
        "meeting": meeting,
        "name": _("In số mẫu"),
        "count": len(items),
        "copies": min(max(len(scoring_members(meeting)), 1), MOST_COPIES),
        "most": MOST_COPIES,
    }
    return render(request, "paperwork/samples.html", context)


@require_safe
def sample_table(request: PersonRequest, key: UUID) -> HttpResponse:
    """Which number is which product."""
    meeting, items = _numbered(request, key)
    return shown_pdf(table_pdf(meeting, items, by=request.user, at=request.who.at), "bang-so-mau.pdf")


@require_safe
def sample_labels(request: PersonRequest, key: UUID) -> HttpResponse:
    """Labels with numbers alone, as many of each as are asked for."""
    meeting, items = _numbered(request, key)
    made = labels_pdf(meeting, items, copies=_copies(request), at=request.who.at)
    return shown_pdf(made, "nhan-so-mau.pdf")


def _numbered(request: PersonRequest, key: UUID) -> tuple[Meeting, list[AgendaItem]]:
    meeting, items = _samples(request, key)
    if not items:
        raise Http404(_("Chưa có số mẫu nào."))
    return meeting, items


def _copies(request: HttpRequest) -> int:
    """What the address asks for, within reason; one where it asks for nothing that can be read."""
    asked = request.GET.get("so-ban", "")
    return (
        min(max(int(asked), 1), MOST_COPIES) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
    )
