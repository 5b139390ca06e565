"""The papers as PDF: signed ones from the store, drafts made on the spot."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header

from ocop.casework.certificates import documents, permissions
from ocop.casework.certificates.actions.rendering import paper_file
from ocop.casework.certificates.models import Proposal
from ocop.casework.certificates.views import certificates, notices
from ocop.casework.certificates.views.loading import item_of, preparing, visible
from ocop.foundation.ui.refusals import ensure


def _made(content: bytes, name: str) -> HttpResponse:
    """A draft that opens in the browser and is not kept in between."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or ""
    response["Cache-Control"] = "private, no-store"
    return response


def decision(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The signed decision, or its draft."""
    at = timezone.now()
    found = visible(request, key, at)
    if found.is_signed:
        return redirect(paper_file(found, at=at))
    return _made(documents.decision_pdf(found, at=at), "du-thao-quyet-dinh.pdf")


def submission_letter(request: HttpRequest, key: UUID) -> HttpResponse:
    """The submission letter, for those who see drafts."""
    at = timezone.now()
    found = visible(request, key, at)
    ensure(permissions.refuse_list_decisions(request.user, at))
    return _made(documents.submission_letter_pdf(found, at=at), "to-trinh.pdf")


def certificate(request: HttpRequest, code: str) -> HttpResponseBase:
    """The certificate; made now where that has not happened yet."""
    return redirect(paper_file(certificates.readable(request, code), at=timezone.now()))


def notice(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The written notice."""
    return redirect(paper_file(notices.readable(request, key), at=timezone.now()))


def proposal_letter(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """The letter to the ministry."""
    at = timezone.now()
    found = preparing(request, key, at)
    item = item_of(found, pk)
    proposal = Proposal.objects.filter(decision_item=item).first()
    return _made(documents.proposal_letter_pdf(item, proposal, at=at), "cong-van-de-nghi.pdf")
