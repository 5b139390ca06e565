"""The list of routes, the page where one is looked after, and the page of its words."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.casework.tourism import about
from ocop.casework.tourism.acts import ABOUT_A_ROUTE, ADD_STOP, OPEN_ROUTE, REMOVE_STOP
from ocop.casework.tourism.lists import RouteTable, ShowFilter
from ocop.casework.tourism.models import Route
from ocop.casework.tourism.pages.words import edit_words
from ocop.casework.tourism.permissions import refuse_keep_route, refuse_list_of_officers
from ocop.casework.tourism.selectors import legs_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import address_of, buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.programme.selectors import current


class RouteList(ListView):
    """Routes that begin in the place of one's office."""

    table_class = RouteTable
    filterset_class = ShowFilter
    heading = _("Tuyến du lịch trong ngày")
    lead = _("Một tuyến nối làng, cơ sở sản xuất và cảnh đẹp theo giờ trong ngày.")
    empty_title = _("Chưa có tuyến nào")
    add_label = _("Thêm tuyến")
    exporter = as_xlsx
    export_name = "tuyen-du-lich"

    def get_queryset(self) -> Any:
        """What the person may see."""
        who = self.request.who
        ensure(refuse_list_of_officers(who))
        if (programme := current()) is not None:
            self.add_url = address_of(OPEN_ROUTE, programme)
        return Route.objects.visible_to(who.person, who.at).select_related("place")


@require_safe
def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """The stops in order with their ways, what everyone sees, what one may do."""
    who = request.who
    route = about.find_route(who, slug)
    about.see(who, route)
    may_keep = refuse_keep_route(who, route) is None
    stops = list(route.kept_stops())
    for stop in stops:
        stop.route = route
    legs = legs_of(route.contents()["stops"])
    context = {
        **about.head(route),
        "route": route,
        "may_keep": may_keep,
        "buttons": buttons(ABOUT_A_ROUTE, who, route),
        "beside": buttons([ADD_STOP], who, route) if may_keep else [],
        "rows": [(leg, address_of(REMOVE_STOP, stop)) for leg, stop in zip(legs, stops, strict=True)],
    }
    return render(request, "tourism/route.html", context)


def edit(request: PersonRequest, slug: str) -> HttpResponse:
    """The name and the words."""
    route = about.find_route(request.who, slug)
    about.see(request.who, route)
    ensure(refuse_keep_route(request.who, route))
    return edit_words(request, route, gettext("Sửa tuyến"))
