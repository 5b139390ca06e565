"""A site of every producer and a place to buy for every product, a price and a season for many: rows that the
constraints hold.
"""

from __future__ import annotations

from django.utils import timezone

from ocop.casework.sites.models import BuyLink, Sale, Site
from ocop.foundation.accounts.models import Person
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product
from ocop.registers.products.rules.seasons import season_of
from ocop.registers.products.writes import list_anew

CHUNK = 1000
SHOPS = ("voso", "postmart", "own", "zalo")
SEEN = ("", "sells", "sells", "gone")


def fill() -> None:
    """Adds what producers and products lack."""
    at = timezone.now()
    lacking = Producer.objects.filter(site__isnull=True).order_by("pk")
    while rows := list(lacking[:CHUNK]):
        Site.objects.bulk_create(Site(producer=one, created_at=at) for one in rows)
    by = Person.objects.get(username="tinh")
    unsold = Product.objects.filter(buy_links__isnull=True).order_by("pk").select_related("producer__site")
    while products := list(unsold[:CHUNK]):
        BuyLink.objects.bulk_create(_link(one, by) for one in products)
        Sale.objects.bulk_create(
            Sale(product=one, price=50_000 + one.pk, changed_at=at) for one in products if one.pk % 2
        )
        for one in products:
            one.months = season_of([one.pk % 12 + 1, (one.pk + 1) % 12 + 1]) if one.pk % 3 else 0
        Product.objects.bulk_update(products, ["months"])
        list_anew(one.pk for one in products)


def _link(product: Product, by: Person) -> BuyLink:
    seen = SEEN[product.pk % len(SEEN)]
    return BuyLink(
        site=product.producer.site, product=product, shop=SHOPS[product.pk % len(SHOPS)],
        url=f"https://mau.vn/{product.slug}", seen=seen, seen_on=timezone.localdate() if seen else None,
        seen_by=by if seen else None,
    )  # fmt: skip
