"""A product as the public site shows it: its newest recognition and what holds today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.kernel.text import Label
from ocop.outlets.catalogue.labels import Words, say_listed
from ocop.registers.products.models import Listing, Photo, Product, Recognition
from ocop.registers.products.rules import PhotoKind
from ocop.registers.regulations.selectors import regulations


@dataclass(frozen=True)
class Card:
    """One product with its newest recognition."""

    listing: Listing
    words: Words
    is_good: bool
    km: int | None = None

    @property
    def product(self) -> Product:
        """The product itself."""
        return self.listing.product

    @property
    def recognition(self) -> Recognition | None:
        """The newest recognition that everyone may know."""
        return self.listing.recognition

    @property
    def place(self) -> Place | None:
        """Where it is made; where that is not recorded, where its producer is."""
        return self.listing.commune

    @property
    def photo(self) -> StoredFile | None:
        """The first photograph of the product itself, else of its packaging."""
        return first_photo(self.product.shown_photos)  # type: ignore[attr-defined]


def cards(listings: Iterable[Listing], on: date, away: Mapping[int, int] | None = None) -> list[Card]:
    """Cards of listings that were loaded by `products.public.shown`;
    asks the database for nothing more. `away`: how far communes (by id) are, in kilometres.
    """
    found = [card(listing, on) for listing in listings]
    return [replace(one, km=away.get(one.listing.commune_id or 0)) for one in found] if away else found


def card(listing: Listing, on: date) -> Card:
    """The card of one product."""
    standing = listing.standing_on(on)
    return Card(listing, say_listed(listing, standing), standing.is_good)


def first_photo(photos: Iterable[Photo]) -> StoredFile | None:
    """The photograph that stands for the product."""
    order = list(PhotoKind)
    ranked = sorted(photos, key=lambda photo: order.index(PhotoKind(photo.kind)))
    return ranked[0].file if ranked else None


def set_label(product: Product) -> Label | None:
    """The name of the product's set in its own regulation, or in the newest one."""
    if product.set_number is None:
        return None
    ordered = regulations()
    own = next((one for one in ordered if one.code == product.regulation_code), ordered[0])
    found = own.sets.get(product.set_number)
    return found.label if found else None
