"""Forms 01, 02 and 03 and the receipt as PDF."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from ocop.casework.dossiers import papers
from ocop.casework.dossiers.about import dossier_for
from ocop.casework.dossiers.models import Submission
from ocop.casework.dossiers.pages.case import content_for
from ocop.casework.dossiers.selectors import latest_submission
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import shown_pdf


def form_01(request: PersonRequest, key: UUID) -> HttpResponse:
    """The registration form."""
    who = request.who
    dossier = dossier_for(who, key)
    shown = content_for(who, dossier)
    return shown_pdf(papers.form_01(dossier, shown, latest_submission(dossier), at=who.at), "mau-01.pdf")


def form_02(request: PersonRequest, key: UUID) -> HttpResponse:
    """The self-assessment report."""
    who = request.who
    dossier = dossier_for(who, key)
    shown = content_for(who, dossier)
    is_official = request.GET.get("nguyen-van") == "co"
    paper = papers.form_02(dossier, shown, latest_submission(dossier), at=who.at, is_official=is_official)
    return shown_pdf(paper, "mau-02.pdf")


def form_03(request: PersonRequest, key: UUID) -> HttpResponse:
    """The commune's report."""
    who = request.who
    dossier = dossier_for(who, key)
    check = dossier.intake_checks.select_related("submission").order_by("-submission__number").first()
    if check is None:
        raise Http404(_("Xã chưa lập báo cáo mẫu 03."))
    return shown_pdf(papers.form_03(dossier, check, at=who.at), "mau-03.pdf")


def receipt(request: PersonRequest, key: UUID, code: str) -> HttpResponse:
    """The receipt of one handing-in."""
    dossier = dossier_for(request.who, key)
    submission = get_object_or_404(Submission.objects.select_related("by"), dossier=dossier, code=code)
    return shown_pdf(papers.receipt(submission), f"bien-nhan-{code}.pdf")
