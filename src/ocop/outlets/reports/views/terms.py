"""Terms: what ends in the next twelve months, and what became of the products of each year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ocop.outlets.reports import terms
from ocop.outlets.reports.views.dashboard import home_extent
from ocop.outlets.reports.views.leaders import attachment
from ocop.outlets.reports.views.loading import desk_of
from ocop.outlets.reports.views.periodic import XLSX


def term_report(request: HttpRequest) -> HttpResponse:
    """Both tables, of the province or of the officer's commune."""
    desk = desk_of(request)
    extent = home_extent(desk)
    communes, heads = terms.by_commune(extent, desk.today), terms.cohort_heads()
    rows = terms.cohort_rows(terms.cohorts(extent, desk.today))
    context = {
        "today": desk.today, "extent": extent, "communes": communes,
        "count": sum(row["n"] for row in communes), "heads": heads,
        "cohorts": [list(zip(heads, row, strict=True)) for row in rows],
    }  # fmt: skip
    return render(request, "reports/terms.html", context)


def ending_sheet(request: HttpRequest) -> HttpResponse:
    """What ends by commune and holder."""
    desk = desk_of(request)
    return attachment(terms.ending_xlsx(home_extent(desk), desk.today), "het-han-12-thang.xlsx", XLSX)


def cohorts_sheet(request: HttpRequest) -> HttpResponse:
    """The cohorts."""
    desk = desk_of(request)
    return attachment(terms.cohorts_xlsx(home_extent(desk), desk.today), "theo-nam-cong-nhan.xlsx", XLSX)
