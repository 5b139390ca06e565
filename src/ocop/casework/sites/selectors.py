"""Reads of sites for other packages: what is on show, by producer or by host name; what a product costs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from ocop.casework.sites.models import BuyLink, Sale, Site
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


def site_of(producer: Producer) -> Site | None:
    """The site of a producer that everyone sees."""
    return Site.objects.on_show().filter(producer=producer).first()


def site_at(host: str) -> Site | None:
    """The site on show that answers under a host name: its own, or its word under the province's domain."""
    rows = Site.objects.on_show().select_related("producer__commune__parent__parent")
    domain = settings.SITES_DOMAIN
    if domain and host.endswith(f".{domain}"):
        return rows.filter(producer__slug=host.removesuffix(f".{domain}")).first()
    return rows.filter(host=host).first()


def address_of_site(site: Site) -> str:
    """The whole address under which people find a site."""
    if site.host:
        return f"https://{site.host}/"
    if settings.SITES_DOMAIN:
        return f"https://{site.producer.slug}.{settings.SITES_DOMAIN}/"
    return f"{settings.SITE_ADDRESS}/chu-the/{site.producer.slug}/"


def sale_of(product: Product) -> Sale | None:
    """What a product costs and when it is there, where its producer has said so."""
    return Sale.objects.filter(product=product).first()


def links_of(product: Product) -> list[BuyLink]:
    """Where a product is bought, as the site of its producer shows it now: its own places, else the general
    ones. What an officer found gone is left out.
    """
    site = site_of(product.producer)
    shown = [one["pk"] for one in site.shown.get("links", ())] if site else []
    rows = list(BuyLink.objects.filter(pk__in=shown).exclude(seen="gone").order_by("pk")) if shown else []
    own = [one for one in rows if one.product_id == product.pk]
    return own or [one for one in rows if one.product_id is None]


def live_in(first: date, last: date, producers: QuerySet[Any]) -> QuerySet[Site]:
    """Sites that everyone could see for the first time in these days and that stand today, each a website."""
    rows = Site.objects.on_show().filter(producer__in=producers)
    in_time = rows.filter(live_since__date__gte=first, live_since__date__lte=last)
    return in_time.select_related("producer").order_by("live_since", "pk")
