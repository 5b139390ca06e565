"""One product, as a shopper asks: what it is, what its stars mean, who makes it where, how to get it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.sites.selectors import links_of, sale_of
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.documents.selectors import image_of
from ocop.foundation.places.models import Place
from ocop.outlets.catalogue.cards import Card, card, cards, set_label
from ocop.outlets.catalogue.labels import say
from ocop.outlets.catalogue.share import share_picture
from ocop.outlets.catalogue.sharing import share_links, zalo_of
from ocop.outlets.catalogue.snapshot import is_snapshot
from ocop.outlets.catalogue.structured import absolute, as_script, product_data
from ocop.registers.products import public
from ocop.registers.products.labels import season_words
from ocop.registers.products.selectors import regulation_on, standing_of

MOST_OTHERS = 4
MOST_POINTS = 100
SHARED_FOR = "public, max-age=60"
"""The picture bears the stars: what was taken back is gone from it within a minute, as from the page."""


@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """One product with photographs, story, and every recognition with what holds today."""
    today = timezone.localdate()
    row = _found(slug)
    shown = card(row.listing, today)
    contact = {} if is_snapshot(request) else public.public_contact(row.producer)
    standing = row.listing.standing_on(today).kind
    sale = sale_of(row)
    context = {
        "card": shown,
        "product": row,
        "about": _about(shown),
        "before": _before(row.place, shown.place),
        "meaning": _meaning(shown, today),
        "set_label": set_label(row),
        "has_trade": bool(row.net_content or row.gtin or row.months or sale),
        "season": season_words(row.months),
        "sale": sale,
        "buy_links": links_of(row),
        "history": [(one, say(one, standing_of(one, today))) for one in row.known],
        "trace_url": row.trace_url if row.trace_url.startswith(("http://", "https://")) else "",
        "contact": contact,
        "zalo_url": zalo_of(contact.get("phone", "")),
        "ask_url": "" if is_snapshot(request) else reverse("sites:ask", args=[row.slug]),
        "share_links": share_links(absolute(request.path), row.name),
        "structured": as_script(product_data(shown, standing, contact, sale)),
        **_others(row, shown, today),
    }
    return render(request, "catalogue/product.html", context)


def _found(slug: str) -> Any:
    row = public.in_full(slug)
    if row is None:
        raise Http404
    return row


def _about(shown: Card) -> str:
    place = shown.place.local_full_name if shown.place else ""
    return ", ".join(filter(None, (shown.product.producer.name, place)))


def _before(recorded: Place | None, now: Place | None) -> str:
    """What the place was called before: the unit on record, else those that today's took over."""
    if now is None:
        return ""
    if recorded is not None and recorded.pk != now.pk:
        return _("Trước đây: %(place)s") % {"place": recorded.local_full_name}
    names = [one.local_name for one in now.predecessors.order_by("code") if one.name != now.name]
    return _("Gồm các đơn vị cũ: %(places)s") % {"places": ", ".join(names)} if names else ""


def _meaning(shown: Card, today: date) -> str:
    """What the stars say, from the regulation of their day: points, of how many."""
    stars = shown.recognition.stars if shown.recognition else None
    decided_on = shown.recognition.decided_on if shown.recognition else None
    regulation = regulation_on(decided_on or today) or regulation_on(today)
    bands = {band.stars: band for band in regulation.star_bands} if regulation else {}
    if stars is None or stars not in bands:
        return ""
    above = bands.get(stars + 1)
    values = {"stars": stars, "low": bands[stars].min, "high": above.min if above else MOST_POINTS}
    sentence = _("%(stars)s sao: hội đồng chấm từ %(low)s đến dưới %(high)s điểm của thang 100.")
    if above is None:
        sentence = _(
            "%(stars)s sao: hội đồng chấm từ %(low)s đến %(high)s điểm của thang 100, hạng cao nhất."
        )
    return sentence % values


def _others(row: Any, shown: Card, today: date) -> dict[str, list[Card]]:
    """What else the producer makes, and what others make in the same commune."""
    own = public.found(public.Wanted()).filter(producer=row.producer).exclude(pk=row.pk)
    nearby: list[Card] = []
    if shown.place is not None:
        near = public.found(public.Wanted(commune=shown.place)).exclude(producer=row.producer)
        nearby = cards(public.shown(near[:MOST_OTHERS]), today)
    return {"others": cards(public.shown(own.order_by("name", "pk")[:MOST_OTHERS]), today), "nearby": nearby}


@require_safe
def share_image(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture that other sites show when the page is handed on: 1200 × 630."""
    row = _found(slug)
    shown = card(row.listing, timezone.localdate())
    stars = shown.recognition.stars or 0 if shown.recognition else 0
    is_told = stars and shown.words.kind != "bad"
    content = share_picture(
        name=row.name,
        by=row.producer.name,
        place=shown.place.local_name if shown.place else "",
        stars=stars if is_told else 0,
        word=_("OCOP %(count)s sao") % {"count": stars} if is_told else shown.words.word,
        photo=image_of(shown.photo, ImageSize.DISPLAY) if shown.photo else None,
    )
    response = HttpResponse(content, content_type="image/jpeg")
    response["Cache-Control"] = SHARED_FOR
    return response
