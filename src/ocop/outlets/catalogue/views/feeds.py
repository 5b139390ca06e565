"""Open data, feeds, the badge that shops embed, bar codes that lead to products. No cookies, no language."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.communication.models import NewsPage
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.errors import refused_page
from ocop.outlets.catalogue import feeds
from ocop.outlets.catalogue.cards import card
from ocop.outlets.catalogue.kept import kept
from ocop.outlets.catalogue.openapi import document
from ocop.outlets.catalogue.structured import absolute
from ocop.registers.producers.models import Producer
from ocop.registers.products import public
from ocop.registers.products.models import Listing
from ocop.registers.products.rules.gtin import is_gtin, same_gtin

MOST_NEWS = 30
KEPT_FOR = 60
"""Seconds for which others may keep what says how a product stands: no more, for what was taken back."""
_BADGE_LOOKS = {"ok": "#0b6a4d", "warn": "#8a5a00", "bad": "#a3271e"}


def _answer(content: str, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"{media_type}; charset=utf-8")
    _open(response, KEPT_FOR)
    return response


def _open(response: HttpResponseBase, kept_for: int) -> None:
    """Everybody may keep it for so many seconds, and pages of others may read it."""
    response["Cache-Control"] = f"public, max-age={kept_for}"
    response["Access-Control-Allow-Origin"] = "*"


def kept_answer(
    request: HttpRequest, name: str, media_type: str, pieces: Callable[[], Iterable[str]]
) -> HttpResponseBase:
    """The file that everybody gets, with its mark: whoever has it already is told so."""
    path = kept(name, pieces)
    if path is None:
        said = _("Dữ liệu đang được lập, hãy thử lại sau một phút.")
        response = HttpResponse(said, status=503, content_type="text/plain; charset=utf-8")
        response["Retry-After"] = "60"
        return response
    file = path.open("rb")
    facts = os.fstat(file.fileno())
    mark = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
    known = get_conditional_response(request, mark, int(facts.st_mtime))
    if known is not None:
        file.close()
    answer = known or FileResponse(file, content_type=f"{media_type}; charset=utf-8")
    answer["ETag"], answer["Last-Modified"] = mark, http_date(facts.st_mtime)
    _open(answer, settings.FEED_AGE)
    return answer


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """What all of these give, for programs and who writes them."""
    return _answer(json.dumps(document(), ensure_ascii=False), "application/json")


@require_safe
def products_csv(request: HttpRequest) -> HttpResponseBase:
    """Every recognised product as a table."""
    on = timezone.localdate()
    return kept_answer(
        request, "san-pham.csv", "text/csv", lambda: feeds.as_csv(feeds.rows_of(feeds.listed(on), on))
    )


@require_safe
def producer_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The products of one producer."""
    on = timezone.localdate()
    rows = feeds.rows_of(feeds.listed(on, producer=_producer(slug)), on)
    return _answer("".join(feeds.as_csv(rows)), "text/csv")


@require_safe
def products_merchant(request: HttpRequest) -> HttpResponseBase:
    """What has a price, as Google's product feed."""
    return kept_answer(request, "san-pham-google.xml", "application/xml", lambda: _merchant(None))


@require_safe
def producer_merchant(request: HttpRequest, slug: str) -> HttpResponse:
    """The same of one producer."""
    return _answer("".join(_merchant(_producer(slug))), "application/xml")


def _merchant(producer: Producer | None) -> Iterator[str]:
    on = timezone.localdate()
    rows = feeds.rows_of(feeds.listed(on, producer=producer, for_sale=True), on)
    return feeds.as_merchant(rows, producer.name if producer else "OCOP")


@require_safe
def products_geojson(request: HttpRequest) -> HttpResponseBase:
    """Every recognised product on a map."""
    on = timezone.localdate()
    return kept_answer(
        request, "san-pham.geojson", "application/geo+json",
        lambda: feeds.as_geojson(feeds.rows_of(feeds.listed(on), on), on),
    )  # fmt: skip


@require_safe
def products_jsonld(request: HttpRequest) -> HttpResponseBase:
    """The same in the words of schema.org."""
    on = timezone.localdate()
    return kept_answer(
        request, "san-pham.jsonld", "application/ld+json",
        lambda: feeds.as_jsonld(feeds.listed(on, described=True), on),
    )  # fmt: skip


def _producer(slug: str) -> Producer:
    found = public.listed_producers().filter(slug=slug).first()
    if found is None:
        raise Http404(_("Không có chủ thể này."))
    return found


@require_safe
def news_atom(request: HttpRequest) -> HttpResponse:
    """News and guidance, the newest first, as Atom."""
    shown = NewsPage.objects.shown_on(timezone.localdate()).order_by("-publish_on", "-published_at", "-pk")
    pages = list(shown[:MOST_NEWS])
    moments = [page.published_at.isoformat() for page in pages if page.published_at]
    entries = [
        f"<entry><id>{escape(absolute(page.public_url))}</id><title>{escape(page.title)}</title>"
        f'<link href="{escape(absolute(page.public_url))}"/>'
        f"<updated>{(page.published_at or timezone.now()).isoformat()}</updated>"
        f"<summary>{escape(page.summary)}</summary></entry>"
        for page in pages
    ]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">'
        f"<id>{escape(absolute('/tin-tuc/atom.xml'))}</id><title>OCOP</title><author><name>OCOP</name></author>"
        f"<updated>{max(moments, default=timezone.now().isoformat())}</updated>"
    )
    return _answer("\n".join([head, *entries, "</feed>"]), "application/atom+xml")


@require_safe
def digital_link(request: HttpRequest, gtin: str) -> HttpResponse:
    """The address in a bar code of GS1 leads to the product. A wrong check digit is named."""
    if not is_gtin(gtin):
        sentence = _("Mã vạch này không đúng: chữ số cuối không khớp.")
        refusal = Refusal("gtin_wrong", sentence, "", _("Hãy quét hoặc gõ lại."))
        return refused_page(request, refusal, status=404)
    rows = Listing.objects.public().filter(product__gtin__in=same_gtin(gtin)).select_related("product")
    found = rows.order_by("pk").first()
    if found is None:
        refusal = Refusal("gtin_unknown", _("Không có sản phẩm OCOP nào mang mã vạch này."))
        return refused_page(request, refusal, status=404)
    response = redirect("catalogue:product", slug=found.product.slug)
    response["Cache-Control"] = "public, max-age=60"
    return response


@require_safe
def badge(request: HttpRequest, slug: str) -> HttpResponse:
    """A picture that shops embed: stars and what holds today. It lives: it is kept for a minute."""
    listing = public.shown(public.found(public.Wanted()).filter(product__slug=slug)[:1])
    if not listing:
        raise Http404
    shown = card(listing[0], timezone.localdate())
    stars = shown.recognition.stars if shown.recognition else None
    first = f"OCOP {stars} sao" if stars and shown.words.kind != "bad" else "OCOP"
    colour = _BADGE_LOOKS.get(shown.words.kind, "#3d5166")
    label = escape(f"{first}: {shown.words.word}", {'"': "&quot;"})
    return _answer(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="260" height="56" viewBox="0 0 260 56" role="img" '
        f'aria-label="{label}"><rect width="260" height="56" rx="10" fill="#fff" stroke="{colour}" '
        f'stroke-width="2"/><rect width="10" height="56" rx="5" fill="{colour}"/>'
        f'<g font-family="Be Vietnam Pro,system-ui,sans-serif"><text x="24" y="24" font-size="17" '
        f'font-weight="700" fill="#1f2a24">{escape(first)}</text><text x="24" y="44" font-size="14" '
        f'fill="{colour}">{escape(shown.words.word)}</text></g></svg>',
        "image/svg+xml",
    )  # fmt: skip
