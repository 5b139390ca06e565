"""A producer's site: here, before it is shown, under its own name; its code for packs; its files."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ocop.casework.sites.about import find_site, see_site
from ocop.casework.sites.models import Site
from ocop.casework.sites.selectors import address_of_site
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.documents.views import public_image
from ocop.outlets.catalogue.sites.content import Shown, SitePage, page_of_site
from ocop.outlets.catalogue.sites.export import zip_of
from ocop.outlets.catalogue.snapshot import is_snapshot
from ocop.outlets.catalogue.structured import absolute, as_script, without_empty
from ocop.registers.products.models import Photo

KEPT_FOR = "public, max-age=60"
"""What was taken down or taken back is gone within a minute wherever pages are kept on the way."""


def show_site(request: HttpRequest, site: Site, *, other_language: str) -> HttpResponse:
    """The site as it was last shown, with today's products and, by consent, contacts."""
    page = page_of_site(site, site.shown, timezone.localdate(), has_contacts=not is_snapshot(request))
    response = render(request, "catalogue/site.html", _context(page, site, other_language))
    response["Cache-Control"] = KEPT_FOR
    return response


def _context(page: SitePage, site: Site, other_language: str, **more: Any) -> dict[str, Any]:
    address = address_of_site(site)
    return {
        "page": page,
        "address": address,
        "other_language": other_language,
        "styles": static("catalogue/site.css"),
        "structured": as_script(_organisation(page, address)),
        **more,
    }


def _organisation(page: SitePage, address: str) -> dict[str, Any]:
    picture = page.first_picture
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": page.producer.name,
            "url": address,
            "description": page.text.get("tagline"),
            "image": absolute(picture.large) if picture else None,
            "telephone": page.contact.get("phone"),
            "email": page.contact.get("email"),
            "makesOffer": [_offer(one) for one in page.products],
        }
    )


def _offer(one: Shown) -> dict[str, Any]:
    item = {"@type": "Product", "name": str(one.card.product), "url": one.url}
    return {"@type": "Offer", "itemOffered": item}


@require_safe
def site_preview(request: PersonRequest, slug: str) -> HttpResponse:
    """What is being written, as it would look now; for its people and officers alone."""
    site = _of(request, slug)
    page = page_of_site(site, site.contents(), timezone.localdate())
    other = "en" if get_language() == "vi" else "vi"
    context = _context(page, site, "", is_preview=True, back=site.get_absolute_url(), other=other)
    return render(request, "catalogue/site.html", context)


@require_safe
def site_qr(request: PersonRequest, slug: str) -> HttpResponse:
    """The code that leads to the site, as SVG for printing on packs at any size."""
    site = _of(request, slug)
    answer = HttpResponse(qr.svg(address_of_site(site)), content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="qr-{site.producer.slug}.svg"'
    return answer


@require_safe
def site_export(request: PersonRequest, slug: str) -> HttpResponse:
    """The shown site as a zip of files that any server can hold."""
    site = _of(request, slug)
    if site.state != "published":
        raise Http404
    at = timezone.now()
    content = zip_of(site, at=at, on=timezone.localdate(at))
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{site.producer.slug}.zip"'
    return answer


def _of(request: PersonRequest, slug: str) -> Site:
    site = find_site(request.who, slug)
    see_site(request.who, site)
    return site


@require_safe
def host_page(request: HttpRequest) -> HttpResponse:
    """The site under its own name."""
    other = "/en/" if get_language() == "vi" else "/"
    return show_site(request, request.producer_site, other_language=other)  # type: ignore[attr-defined]


@require_safe
def host_image(request: HttpRequest, file_id: UUID, size: ImageSize) -> HttpResponseBase:
    """A picture of that site or of its producer's products, and of nobody else."""
    site: Site = request.producer_site  # type: ignore[attr-defined]
    is_own = any(one["file"] == str(file_id) for one in site.shown.get("photos", ()))
    if not is_own and not Photo.objects.filter(file=file_id, product__producer=site.producer).exists():
        raise Http404
    return public_image(request, file_id, size)


@require_safe
def host_robots(request: HttpRequest) -> HttpResponse:
    """Everything there may be read."""
    return HttpResponse("User-agent: *\nAllow: /\n", content_type="text/plain; charset=utf-8")


def plain_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing but the site answers under its name; its first page is a click away."""
    return _plain(404, "Không có trang này.")


def plain_400(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be understood."""
    return _plain(400, "Yêu cầu này không đọc được.")


def plain_500(request: HttpRequest) -> HttpResponse:
    """What went wrong here."""
    return _plain(500, "Máy chủ gặp lỗi. Thử lại sau ít phút.")


def _plain(status: int, sentence: str) -> HttpResponse:
    text = f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{sentence}</title><p>{sentence}</p>'
    return HttpResponse(f'{text}<p><a href="/">Trang của chủ thể</a></p></html>', status=status)
