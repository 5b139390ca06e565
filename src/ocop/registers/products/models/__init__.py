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
from ocop.registers.products.models.words import PublicWord

__all__ = [
    "Listing",
    "ListingQuerySet",
    "Photo",
    "Product",
    "ProductQuerySet",
    "PublicWord",
    "Reckoning",
    "Recognition",
    "RecognitionEvent",
]
