"""Periodic reports: choosing plan and period, what the report will say, the files."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.refusals import ensure
from ocop.outlets.reports.labels import period_name
from ocop.outlets.reports.lists import aim_words
from ocop.outlets.reports.periodic import PeriodicReport, as_docx, as_xlsx, periodic_report
from ocop.outlets.reports.permissions import refuse_periodic
from ocop.outlets.reports.rules import period
from ocop.outlets.reports.rules.periods import periods
from ocop.outlets.reports.views.leaders import attachment
from ocop.outlets.reports.views.loading import plan_of
from ocop.registers.programme.selectors import plans_visible_to

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def choose(request: HttpRequest) -> HttpResponse:
    """Every plan with its periods that have begun."""
    at = timezone.now()
    ensure(refuse_periodic(request.user, at))
    today = timezone.localdate(at)
    rows = [
        (plan, [(one, period_name(one)) for one in periods(plan.year) if one.first <= today])
        for plan in plans_visible_to(request.user, at)
    ]
    return render(request, "reports/periodic.html", {"rows": [row for row in rows if row[1]]})


def report(request: HttpRequest, place: str, year: int, slug: str) -> HttpResponse:
    """What the report says, before it is saved."""
    found = _report(request, place, year, slug)
    context: dict[str, Any] = {
        "report": found, "plan": found.plan, "name": period_name(found.period), "slug": slug,
        "lines": [(one, aim_words(one.progress)) for one in found.lines],
    }  # fmt: skip
    return render(request, "reports/report.html", context)


def as_word(request: HttpRequest, place: str, year: int, slug: str) -> HttpResponse:
    """The report as a Word file; number, date and signer are left to the office."""
    found = _report(request, place, year, slug)
    return attachment(as_docx(found, timezone.now()), f"bao-cao-{place}-{year}-{slug}.docx", DOCX)


def as_sheet(request: HttpRequest, place: str, year: int, slug: str) -> HttpResponse:
    """The targets of the report as a spreadsheet."""
    found = _report(request, place, year, slug)
    return attachment(as_xlsx(found), f"bao-cao-{place}-{year}-{slug}.xlsx", XLSX)


def _report(request: HttpRequest, place: str, year: int, slug: str) -> PeriodicReport:
    at = timezone.now()
    plan = plan_of(request, place, year)
    ensure(refuse_periodic(request.user, at))
    chosen, today = period(slug, year), timezone.localdate(at)
    if chosen is None or chosen.first > today:
        raise Http404(_("Không có kỳ báo cáo này."))
    return periodic_report(plan, chosen, today)
