"""Products, their photographs, the recognitions they hold, and what lists show of them."""

from ocop.registers.products.models.listing import Listing, ListingQuerySet
from ocop.registers.products.models.products import (
    Photo,
    Product,
    ProductQuerySet,
    Recognition,
    RecognitionEvent,
)
from ocop.registers.products.models.reckoning import Reckoning

__all__ = [
    "Listing",
    "ListingQuerySet",
    "Photo",
    "Product",
    "ProductQuerySet",
    "Reckoning",
    "Recognition",
    "RecognitionEvent",
]
