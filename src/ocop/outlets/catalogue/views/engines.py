"""What search engines ask for."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.communication.selectors import all_shown
from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import ImageSize
from ocop.outlets.catalogue.views.feeds import kept_answer
from ocop.registers.products import public
from ocop.registers.products.models import Listing, Photo

MOST_ADDRESSES = 20_000
FIXED = ("home", "products", "news", "guidance", "listen", "help", "check_form", "spots", "chains", "map")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the map says what there is."""
    lines = ["User-agent: *", "Allow: /", f"Sitemap: {settings.SITE_ADDRESS}{reverse('site:sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """Addresses of the pages worth finding: the fixed ones, products, producers, news and guidance."""
    return kept_answer(request, "sitemap.xml", "application/xml", lambda: [_sitemap()])


def _sitemap() -> str:
    fixed = [reverse(f"catalogue:{name}") for name in FIXED]
    paths: list[tuple[str, str, list[str]]] = [
        (path, "", []) for path in [*fixed, reverse("regulations:index")]
    ]
    paths += _products()
    paths += _producers()
    paths += _travel()
    paths += [
        (page.public_url, _day(page.published_at), [])
        for page in all_shown(timezone.localdate())[:MOST_ADDRESSES]
    ]
    context = {
        "addresses": [
            (settings.SITE_ADDRESS + path, day, [settings.SITE_ADDRESS + one for one in pictures])
            for path, day, pictures in paths
        ]
    }
    return render_to_string("catalogue/sitemap.xml", context)


def _products() -> list[tuple[str, str, list[str]]]:
    """Products with their photographs, and the day on which the newest recognition changed anything."""
    rows = (
        Listing.objects.public()
        .order_by("pk")
        .values_list(
            "product_id",
            "product__slug",
            "product__created_at",
            "recognition__decided_on",
            "product__sale__changed_at",
        )[:MOST_ADDRESSES]
    )
    pictures: dict[int, list[str]] = {}
    shown = Photo.objects.filter(is_withdrawn=False, product__listing__recognition__isnull=False)
    for product, file in shown.values_list("product_id", "file_id").iterator():
        address = reverse("documents:public_image", args=[file, ImageSize.DISPLAY])
        pictures.setdefault(product, []).append(address)
    return [
        (reverse("catalogue:product", args=[slug]), max(map(_day, days)), pictures.get(pk, []))
        for pk, slug, *days in rows
    ]


def _producers() -> list[tuple[str, str, list[str]]]:
    """Producers; the day on which their site was last shown anew."""
    rows = public.listed_producers().order_by("pk").values_list("slug", "site__changed_at")[:MOST_ADDRESSES]
    return [(reverse("catalogue:producer", args=[slug]), _day(changed), []) for slug, changed in rows]


def _travel() -> list[tuple[str, str, list[str]]]:
    """Villages with their photographs, routes, chains; the day on which each was last shown anew."""
    rows = [
        one
        for model in (Spot, Route, Chain)
        for one in model.objects.on_show().order_by("pk")[:MOST_ADDRESSES]
    ]
    asked = {UUID(photo["file"]) for one in rows for photo in one.shown.get("photos", ())}
    files = {str(key): file.public_url for key, file in StoredFile.objects.in_bulk(asked).items()}
    return [
        (
            one.public_url,
            _day(one.changed_at),
            [files[photo["file"]] for photo in one.shown.get("photos", ()) if photo["file"] in files],
        )
        for one in rows
    ]


def _day(moment: date | None) -> str:
    """A day as maps of sites write it; empty where it is not known."""
    return moment.isoformat()[:10] if moment else ""
