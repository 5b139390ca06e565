"""The leaders' page, on screen and as PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header

from ocop.outlets.reports.labels import RISK_KINDS, RISKS
from ocop.outlets.reports.leaders import leaders_page, leaders_pdf
from ocop.outlets.reports.lists import aim_words, records_url
from ocop.outlets.reports.views.loading import desk_of, plan_of


def leaders(request: HttpRequest, place: str, year: int) -> HttpResponse:
    """The page; every number leads to its records."""
    plan, desk = plan_of(request, place, year), desk_of(request)
    page = leaders_page(plan, desk.today, desk.within)
    lines = [
        (one, aim_words(one), records_url(one), str(RISKS[one.risk]), RISK_KINDS[one.risk])
        for one in page.targets
    ]
    return render(request, "reports/leaders.html", {"plan": plan, "page": page, "lines": lines})


def as_pdf(request: HttpRequest, place: str, year: int) -> HttpResponse:
    """The same as a file of one sheet."""
    plan, desk = plan_of(request, place, year), desk_of(request)
    content = leaders_pdf(leaders_page(plan, desk.today, desk.within), timezone.now())
    return attachment(content, f"tien-do-{place}-{year}.pdf", "application/pdf")


def attachment(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A file made now for one reader."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
