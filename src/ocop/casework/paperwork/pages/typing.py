"""Score sheets on paper: those of a meeting that are to be typed, and one of them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.paperwork.about import PAPER_SHEET, find_paper_sheet
from ocop.casework.paperwork.acts import ABOUT_A_PAPER_SHEET
from ocop.casework.paperwork.acts.settle_sheet import entries_of
from ocop.casework.paperwork.labels import TYPED
from ocop.casework.paperwork.papers.blank import scoring_members
from ocop.casework.paperwork.permissions import refuse_type_sheet, refuse_typing
from ocop.casework.paperwork.selectors.typing import how_far, typed_products
from ocop.casework.review.about import find_meeting, see_meeting, see_product
from ocop.casework.review.permissions import conflicts_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.refusals import ensure


@require_safe
def typing(request: PersonRequest, key: UUID) -> HttpResponse:
    """Each product that is being scored, with each member's paper sheet and how far it is."""
    who = request.who
    meeting = find_meeting(who, key)
    see_meeting(who, meeting)
    if not meeting.is_open:
        raise Http404(_("Phiên họp không đang diễn ra."))
    ensure(refuse_typing(who, meeting))
    found = typed_products(meeting, scoring_members(meeting), conflicts_of(who))
    products = [(one, [(paper, *TYPED[how]) for paper, how in one.rows]) for one in found]
    context = {"meeting": meeting, "name": _("Nhập phiếu giấy"), "products": products}
    return render(request, "paperwork/typing.html", context)


@require_safe
def paper_sheet(request: PersonRequest, key: UUID, pk: int, lap: int) -> HttpResponse:
    """One paper sheet: where the code on it leads. Its member goes on to the own sheet."""
    who, paper = request.who, find_paper_sheet(request.who, key, pk, lap)
    see_product(who, paper.item)
    if who.person is not None and paper.seat.person_id == who.person.pk:
        return redirect("review:sheet", paper.item.key)
    ensure(refuse_type_sheet(who, paper))
    entries = entries_of(paper)
    stage, kind = TYPED[how_far(paper, len(entries))]
    offered = buttons(ABOUT_A_PAPER_SHEET, who, paper)
    context = {
        **PAPER_SHEET.head(paper),
        "meeting": paper.item.meeting,
        "stage": stage,
        "stage_kind": kind,
        "entries": entries,
        "buttons": [one for one in offered if one.refusal is None],
        "refusals": [] if any(one.refusal is None for one in offered) or paper.is_settled else [
            offered[0].refusal
        ],
    }  # fmt: skip
    return render(request, "paperwork/paper_sheet.html", context)
