"""The text that finds a product."""

from __future__ import annotations

from ocop.foundation.places.selectors import names_for_search
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product
from ocop.registers.products.writes.listings import hold_products, list_anew


def search_text(product: Product) -> str:
    """Folded name, producer and place, its former names included: what the catalogue searches."""
    commune = product.commune or product.producer.commune
    names = names_for_search(commune) if commune else ""
    return f"{fold(f'{product.name} {product.producer.name}')} {names}".strip()


def follow_producer(producer: Producer) -> None:
    """Brings the search texts and the listings of a producer's products up to date after it was amended."""
    hold_products(producer.products.values_list("pk", flat=True))
    products = list(producer.products.select_related("producer__commune", "commune"))
    for product in products:
        product.search_text = search_text(product)
    Product.objects.bulk_update(products, ["search_text"])
    list_anew(product.pk for product in products)
