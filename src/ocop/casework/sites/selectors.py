"""Reads of sites for other packages: what is on show, by producer or by host name; what a product costs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.sites.models import BuyLink, Question, Sale, Site, WeekOfVisits
from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products.models import Product

NOT_OFFERED = ("gone", "other")
"""What an officer found that shoppers are not led to."""


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
    ones. What an officer found gone, or of another product, is left out.
    """
    site = site_of(product.producer)
    shown = [one["pk"] for one in site.shown.get("links", ())] if site else []
    rows = (
        list(BuyLink.objects.filter(pk__in=shown).exclude(seen__in=NOT_OFFERED).order_by("pk"))
        if shown
        else []
    )
    own = [one for one in rows if one.product_id == product.pk]
    return own or [one for one in rows if one.product_id is None]


def live_in(first: date, last: date, producers: QuerySet[Any]) -> QuerySet[Site]:
    """Sites that everyone could see for the first time in these days and that stand today, each a website."""
    rows = Site.objects.on_show().filter(producer__in=producers)
    in_time = rows.filter(live_since__date__gte=first, live_since__date__lte=last)
    return in_time.select_related("producer").order_by("live_since", "pk")


def waiting(person: Any, at: datetime) -> list[Pile]:
    """Producers: questions of buyers that nobody has answered yet, the oldest first."""
    own = producers_acted_for(who_is(person, at))
    if not own:
        return []
    rows = Question.objects.filter(producer__in=own).waiting().order_by("asked_at", "pk")

    def item(row: Facts) -> WaitingItem:
        return WaitingItem(
            row["text"][:80], row["product"], reverse("sites:question", args=[UUID(row["key"])])
        )

    facts = {"key": "key", "text": "text", "product": "product__name"}
    return [
        Pile("sites.questions", _("Câu hỏi của người mua"), reverse("sites:questions"), rows, facts, item)
    ]


MOST_WEEKS = 300


def weeks_of(producer: Producer) -> list[WeekOfVisits]:
    """How often the producer's pages were opened, the newest weeks first."""
    rows = WeekOfVisits.objects.filter(producer=producer)
    return list(rows.order_by("-monday", "what", "-count", "pk")[:MOST_WEEKS])
