"""The map of the province: a picture and lists for everyone, points as JSON for the map that one can move."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.tourism.labels import SPOT_KINDS, month_words
from ocop.casework.tourism.rules import SpotKind
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import provinces
from ocop.outlets.catalogue.travel.drawing import country_map, province_map
from ocop.outlets.catalogue.travel.forms import MapForm
from ocop.outlets.catalogue.travel.map_data import as_stream, cells_of, found, others
from ocop.registers.programme.selectors import current


@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    """The same address with `loai`, `sao`, `mua` narrows picture, points and lists."""
    form, programme = MapForm(request.GET), current()
    asked = form.asked
    shown = found(asked)
    province: Place | None = programme.province if programme else None
    code = province.code if province else ""
    routes, chains = others()
    title = _("Bản đồ OCOP %(province)s") % {"province": province.name if province else ""}
    context = {
        "form": form,
        "is_narrowed": bool(asked.kind or asked.stars or asked.month),
        "province": province,
        "code": code,
        "has_cells": bool(cells_of(code)),
        "shown": shown,
        "spots": [
            (one, SPOT_KINDS[SpotKind(one.kind)], month_words(one.shown.get("months", 0)))
            for one in shown.spots
        ],
        "routes": routes,
        "chains": chains,
        "picture": province_map(cells_of(code), shown, title),
        "country": country_map(provinces(timezone.localdate()), province),
        "query": request.GET.urlencode(),
    }
    return render(request, "catalogue/travel/map.html", context)


@require_safe
def map_points(request: HttpRequest) -> StreamingHttpResponse:
    """Public points alone, kept for a minute on the way."""
    return StreamingHttpResponse(
        as_stream(MapForm(request.GET).asked, current()), content_type="application/json; charset=utf-8"
    )
