"""Places to visit: the list with its months, the page of one, and how it would look now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.tourism.about import find_spot, see
from ocop.casework.tourism.labels import SPOT_KINDS, month_words
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.rules import SpotKind
from ocop.casework.tourism.selectors import routes_through
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.ui.lists import in_turn
from ocop.foundation.ui.paging import part_of
from ocop.outlets.catalogue.cards import Card, card, cards
from ocop.outlets.catalogue.sharing import zalo_of
from ocop.outlets.catalogue.snapshot import is_snapshot
from ocop.outlets.catalogue.structured import absolute, as_script, without_empty
from ocop.outlets.catalogue.travel.forms import SpotsForm
from ocop.outlets.catalogue.travel.map_data import Asked, others, spots_of
from ocop.registers.products import public
from ocop.registers.products.models import Product

LODGING = {SpotKind.HOMESTAY: "LodgingBusiness"}
NEARBY = 4
PAGE_SIZE = 24
MOST_ROUTES = 12


@require_safe
def spots(request: HttpRequest) -> HttpResponse:
    """Places on show by kind and month, and the routes of a day."""
    form = SpotsForm(request.GET)
    rows = spots_of(Asked(month=form.month))
    if form.kind:
        rows = rows.filter(kind=form.kind)
    page = part_of(rows, request.GET, Paginator(rows, PAGE_SIZE), lambda keys: in_turn(rows, keys))
    found = list(page.object_list)
    firsts = _files([spot.shown["photos"][0] for spot in found if spot.shown.get("photos")])
    context = {
        "form": form,
        "is_narrowed": bool(form.kind or form.month),
        "page": page,
        "cards": [_card(spot, firsts) for spot in found],
        "routes": others(MOST_ROUTES)[0],
    }
    return render(request, "catalogue/travel/spots.html", context)


def _card(spot: Spot, files: Mapping[str, StoredFile]) -> dict[str, Any]:
    photos = spot.shown.get("photos") or [{}]
    return {
        "spot": spot,
        "text": spot.shown,
        "kind": SPOT_KINDS[SpotKind(spot.kind)],
        "months": month_words(spot.shown.get("months", 0)),
        "photo": files.get(photos[0].get("file", "")),
        "stars": stars_of(spot),
    }


def stars_of(spot: Spot) -> int:
    """The stars of its recognised service; 0 where none holds today."""
    listing = getattr(spot.product, "listing", None) if spot.product else None
    if listing is None or listing.recognition_id is None:
        return 0
    return listing.stars if listing.standing_on(timezone.localdate()).is_good else 0


def _files(photos: list[dict[str, str]]) -> dict[str, StoredFile]:
    rows = StoredFile.objects.in_bulk([UUID(one["file"]) for one in photos])
    return {str(key): file for key, file in rows.items()}


@require_safe
def spot(request: HttpRequest, slug: str) -> HttpResponse:
    """One place as it was last shown; contacts only while its consent stands."""
    row = Spot.objects.on_show().select_related("place__parent__parent", "producer").filter(slug=slug).first()
    if row is None:
        raise Http404
    contact = {} if is_snapshot(request) else row.contact
    return render(request, "catalogue/travel/spot.html", _context(row, row.shown, contact))


@require_safe
def spot_preview(request: PersonRequest, slug: str) -> HttpResponse:
    """What is being written, as it would look now; for its people and officers alone."""
    row = find_spot(request.who, slug)
    see(request.who, row)
    context = _context(row, row.contents(), row.contact)
    return render(request, "catalogue/travel/spot.html", context | {"is_preview": True})


def _context(row: Spot, text: Mapping[str, Any], contact: Mapping[str, str]) -> dict[str, Any]:
    files = _files(list(text.get("photos", ())))
    photos = [(files[one["file"]], one["caption"]) for one in text.get("photos", ()) if one["file"] in files]
    own = _own_card(row)
    made = public.found(public.Wanted(commune=row.place))[:NEARBY] if row.place else ()
    return {
        "spot": row,
        "text": text,
        "kind": SPOT_KINDS[SpotKind(row.kind)],
        "months": month_words(text.get("months", 0)),
        "services": [line.strip() for line in text.get("services", "").splitlines() if line.strip()],
        "photos": photos,
        "contact": contact,
        "zalo": zalo_of(contact.get("phone", "")),
        "own": own,
        "routes": routes_through(row) if row.state == "published" else [],
        "nearby": cards(public.shown(made), timezone.localdate()) if made else [],
        "structured": as_script(_described(row, text, contact, photos)),
    }


def _own_card(row: Spot) -> Card | None:
    """Its recognised service as the catalogue shows it."""
    if row.product_id is None:
        return None
    found: Product | None = public.in_full(
        Product.objects.values_list("slug", flat=True).get(pk=row.product_id)
    )
    return card(found.listing, timezone.localdate()) if found else None


def _described(
    row: Spot, text: Mapping[str, Any], contact: Mapping[str, str], photos: list[tuple[StoredFile, str]]
) -> dict[str, Any]:
    """The place in the words of schema.org."""
    place, point = row.place, None
    if place.latitude is not None:
        point = {
            "@type": "GeoCoordinates", "latitude": str(place.latitude), "longitude": str(place.longitude)
        }  # fmt: skip
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": LODGING.get(SpotKind(row.kind), "TouristAttraction"),
            "name": text.get("name", row.name),
            "url": absolute(reverse("catalogue:spot", args=[row.slug])),
            "description": text.get("tagline") or text.get("about", "")[:300],
            "image": [absolute(file.public_url) for file, _caption in photos],
            "telephone": contact.get("phone"),
            "email": contact.get("email"),
            "address": without_empty(
                {
                    "@type": "PostalAddress", "addressLocality": place.local_name,
                    "addressRegion": place.province.name, "addressCountry": "VN",
                }
            ),
            "geo": point,
            "maximumAttendeeCapacity": text.get("capacity"),
        }
    )  # fmt: skip
