"""The calendar, a month at a time, and the whole year as a file for other calendars."""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ocop.outlets.reports.calendar import as_ics, events, month_grid
from ocop.outlets.reports.views.dashboard import home_extent
from ocop.outlets.reports.views.leaders import attachment
from ocop.outlets.reports.views.loading import desk_of

FIRST_YEAR, LAST_YEAR = 2018, 2100
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def calendar(request: HttpRequest) -> HttpResponse:
    """A month as a grid and as a list; on phones the list alone."""
    desk = desk_of(request)
    first = _month(request.GET.get("thang", ""), desk.today)
    last = _next(first) - timedelta(days=1)
    found = events(first, last, extent=home_extent(desk), person=request.user, at=timezone.now())
    context = {
        "first": first, "before": f"{first - timedelta(days=1):%Y-%m}", "after": f"{_next(first):%Y-%m}",
        "weeks": month_grid(first.year, first.month, found), "events": found, "today": desk.today,
    }  # fmt: skip
    return render(request, "reports/calendar.html", context)


def as_file(request: HttpRequest) -> HttpResponse:
    """Everything of this year and the next as .ics."""
    desk, at = desk_of(request), timezone.now()
    first, last = date(desk.today.year, 1, 1), date(desk.today.year + 1, 12, 31)
    found = events(first, last, extent=home_extent(desk), person=request.user, at=at)
    return attachment(
        as_ics(found, settings.SITE_ADDRESS, at).encode(), "ocop.ics", "text/calendar; charset=utf-8"
    )


def _month(text: str, today: date) -> date:
    """The first day of the month asked for; of this month where it is none."""
    match = _MONTH.fullmatch(text)
    if match and FIRST_YEAR <= int(match[1]) <= LAST_YEAR and 1 <= int(match[2]) <= 12:
        return date(int(match[1]), int(match[2]), 1)
    return today.replace(day=1)


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
