"""The papers as PDF: signed ones from the store, drafts made on the spot."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header

from ocop.casework.certificates import documents, permissions
from ocop.casework.certificates.actions.rendering import make_paper
from ocop.casework.certificates.models import Certificate, Decision, Proposal, ResultNotice
from ocop.casework.certificates.views import certificates, notices
from ocop.casework.certificates.views.loading import item_of, preparing, visible
from ocop.foundation.ui.refusals import ensure


def _made(content: bytes, name: str) -> HttpResponse:
    """A paper that opens in the browser and is not kept in between."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or ""
    return response


def _signed(paper: Decision | Certificate | ResultNotice) -> HttpResponseBase:
    """The stored file; where it is still to be made, the same bytes made on the spot,
    since looking writes nothing.
    """
    if paper.file is not None:
        return redirect(paper.file)
    content, name, _owner, _by = make_paper(paper, timezone.now())
    return _made(content, name)


def decision(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The signed decision, or its draft."""
    at = timezone.now()
    found = visible(request, key, at)
    if found.is_signed:
        return _signed(found)
    return _made(documents.decision_pdf(found, at=at), "du-thao-quyet-dinh.pdf")


def submission_letter(request: HttpRequest, key: UUID) -> HttpResponse:
    """The submission letter, for those who see drafts."""
    at = timezone.now()
    found = visible(request, key, at)
    ensure(permissions.refuse_list_decisions(request.user, at))
    return _made(documents.submission_letter_pdf(found, at=at), "to-trinh.pdf")


def certificate(request: HttpRequest, code: str) -> HttpResponseBase:
    """The certificate."""
    return _signed(certificates.readable(request, code))


def notice(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The written notice."""
    return _signed(notices.readable(request, key))


def proposal_letter(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """The letter to the ministry."""
    at = timezone.now()
    found = preparing(request, key, at)
    item = item_of(found, pk)
    proposal = Proposal.objects.filter(decision_item=item).first()
    return _made(documents.proposal_letter_pdf(item, proposal, at=at), "cong-van-de-nghi.pdf")
