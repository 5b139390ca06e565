"""The papers as PDF: those of acts from the store, or a page until they are made; drafts made on the spot."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from ocop.casework.certificates import papers, permissions
from ocop.casework.certificates.about import (
    find_decision,
    find_item,
    find_notice,
    see_decision,
    see_notice,
)
from ocop.casework.certificates.models import Correction, Proposal
from ocop.casework.certificates.pages.certificates import readable
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import shown_pdf
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.refusals import ensure


def decision(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The signed decision, or its draft."""
    found = find_decision(request.who, key)
    see_decision(request.who, found)
    if found.is_signed:
        return paper_of(request, found, found.file)
    return shown_pdf(papers.decision_pdf(found, at=request.who.at), "du-thao-quyet-dinh.pdf")


def submission_letter(request: PersonRequest, key: UUID) -> HttpResponse:
    """The submission letter, for those who see drafts."""
    found = find_decision(request.who, key)
    see_decision(request.who, found)
    ensure(permissions.refuse_list_decisions(request.who))
    return shown_pdf(papers.submission_letter_pdf(found, at=request.who.at), "to-trinh.pdf")


def certificate(request: PersonRequest, code: str) -> HttpResponseBase:
    """The certificate."""
    found = readable(request.who, code)
    return paper_of(request, found, found.file)


def notice(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The written notice."""
    found = find_notice(request.who, key)
    see_notice(request.who, found)
    return paper_of(request, found, found.file)


def correction(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """A correcting paper, for whoever may read what it corrects."""
    found = Correction.objects.with_names().filter(key=key).first()
    if found is None or permissions.refuse_read_correction(request.who, found) is not None:
        raise Http404(_("Không có văn bản này."))
    return paper_of(request, found, found.paper.file)


def proposal_letter(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The letter to the ministry, for those who prepare it."""
    item = find_item(request.who, key, pk)
    see_decision(request.who, item.decision)
    ensure(permissions.refuse_prepare(request.who))
    proposal = Proposal.objects.filter(decision_item=item).first()
    letter = papers.proposal_letter_pdf(item, proposal, at=request.who.at)
    return shown_pdf(letter, "cong-van-de-nghi.pdf")
