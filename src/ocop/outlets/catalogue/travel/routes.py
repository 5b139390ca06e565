"""A route of a day: its page with the map, and one sheet of A4."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.tourism.models import Route
from ocop.casework.tourism.selectors import Leg, legs_of
from ocop.foundation.documents.views import kept_pdf
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.errors import refused_page
from ocop.outlets.catalogue.structured import absolute, as_script, without_empty
from ocop.outlets.catalogue.travel.drawing import route_map
from ocop.outlets.catalogue.travel.map_data import cells_of
from ocop.registers.producers.models import Producer
from ocop.registers.products.public import listed_producers


@require_safe
def route(request: HttpRequest, slug: str) -> HttpResponse:
    """The stops in order of their times, with the ways between the middles of communes."""
    row = _found(slug)
    legs = legs_of(row.shown.get("stops", ()))
    name = row.shown.get("name", row.name)
    context = {
        "route": row,
        "text": row.shown,
        "legs": legs,
        "rows": [(leg, _leads(leg, _listed(legs))) for leg in legs],
        "total": sum(leg.way or 0 for leg in legs),
        "map": route_map(cells_of(row.place.province.code), legs, name),
        "structured": as_script(_described(row, legs)),
    }
    return render(request, "catalogue/travel/route.html", context)


def _found(slug: str) -> Route:
    row = Route.objects.on_show().select_related("place__parent__parent").filter(slug=slug).first()
    if row is None:
        raise Http404
    return row


def _listed(legs: list[Leg]) -> set[int]:
    """Makers with a page of their own."""
    makers: list[Producer] = [leg.producer for leg in legs if leg.producer]
    return set(listed_producers().filter(pk__in=[one.pk for one in makers]).values_list("pk", flat=True))


def _leads(leg: Leg, listed: set[int]) -> str:
    """Where the name of a stop leads; empty for what has no page, or none any more."""
    if leg.spot is not None:
        return leg.spot.public_url
    if leg.producer is not None and leg.producer.pk in listed:
        return reverse("catalogue:producer", args=[leg.producer.slug])
    return ""


def _described(row: Route, legs: list[Leg]) -> dict[str, Any]:
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "TouristTrip",
            "name": row.shown.get("name", row.name),
            "description": row.shown.get("about"),
            "url": absolute(reverse("catalogue:route", args=[row.slug])),
            "itinerary": {
                "@type": "ItemList",
                "itemListElement": [
                    {"@type": "ListItem", "position": number, "name": leg.stop["name"]}
                    for number, leg in enumerate(legs, 1)
                ],
            },
        }
    )


@require_safe
def route_pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same on one sheet, to fold into a pocket, in the language of the page: the file that was made when
    the route was shown. Nothing is made here, however many ask.
    """
    language = (translation.get_language() or "vi")[:2]
    found = _found(slug).sheets.filter(language=language, file__isnull=False).select_related("file").first()
    if found is None or found.file is None:
        answer = refused_page(request, _not_yet(), status=503)
        answer["Retry-After"] = "60"
        return answer
    return kept_pdf(request, found.file, f"tuyen-{slug}.pdf")


def _not_yet() -> Refusal:
    said = _("Tờ in của tuyến này đang được lập.")
    return Refusal("not_made_yet", said, "", _("Hãy thử lại sau một phút. Trang của tuyến đã đủ."))
