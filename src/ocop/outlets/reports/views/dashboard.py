"""The dashboard."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.outlets.reports import selectors
from ocop.outlets.reports.counting import Extent
from ocop.outlets.reports.counting.asking import counts_of
from ocop.outlets.reports.dashboard import MOST_LINES, charts, places_compared
from ocop.outlets.reports.leaders import dossier_holder
from ocop.outlets.reports.views.loading import Desk, desk_of
from ocop.registers.programme.selectors import current, plans_visible_to


def home_extent(desk: Desk) -> Extent:
    """The programme's province, or the officer's commune, this year. Http404 before there is a programme."""
    programme = current()
    if programme is None:
        raise Http404(_("Chưa lập chương trình."))
    return selectors.extent_of(desk.within or programme.province, desk.today.year, desk.today)


def dashboard(request: HttpRequest) -> HttpResponse:
    """Counts with charts and tables, what ends soon, what is late with its holder, rounds, plans,
    communes compared.
    """
    desk = desk_of(request)
    extent, today = home_extent(desk), desk.today
    plans = list(plans_visible_to(request.user, timezone.now())[:6])
    ending, dossiers = selectors.expiring(extent, today), selectors.late_dossiers(extent, today)
    many = counts_of(selectors.numbers_of(extent, today))
    plan = next((one for one in plans if one.year == today.year), None)
    tasks = selectors.late_tasks(plan, today) if plan else None
    context: dict[str, Any] = {
        "today": today, "extent": extent, "within": desk.within, "plans": plans, "plan": plan,
        "charts": charts(extent, today), "places": places_compared(extent, today),
        "ending": selectors.first_of(ending, MOST_LINES), "ending_count": many["ending"],
        "late": [(one, dossier_holder(one)) for one in selectors.first_of(dossiers, MOST_LINES)],
        "late_count": many["dossiers"],
        "tasks": tasks[:MOST_LINES] if tasks is not None else [], "rounds": selectors.rounds_of(today.year),
        "revoked": many["revoked"],
    }  # fmt: skip
    return render(request, "reports/dashboard.html", context)
