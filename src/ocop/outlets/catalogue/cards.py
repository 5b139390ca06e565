"""A product as the public site shows it: its newest recognition and what holds today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.kernel.law import Label
from ocop.outlets.catalogue.labels import Words, say
from ocop.registers.products.models import Photo, Product, Recognition
from ocop.registers.products.rules import PhotoKind
from ocop.registers.products.selectors import standing_of
from ocop.registers.regulations.selectors import regulations


@dataclass(frozen=True)
class Card:
    """One product with its newest recognition."""

    product: Product
    recognition: Recognition
    words: Words
    is_good: bool

    @property
    def place(self) -> Place | None:
        """Where it is made; where that is not recorded, where its producer is."""
        return self.product.commune or self.product.producer.commune

    @property
    def photo(self) -> StoredFile | None:
        """The first photograph of the product itself, else of its packaging."""
        return first_photo(self.product.shown_photos)  # type: ignore[attr-defined]


def cards(products: Iterable[Product], on: date) -> list[Card]:
    """Cards of products that were loaded by `products.public.with_all`;
    asks the database for nothing more.
    """
    return [card(product, on) for product in products]


def card(product: Product, on: date) -> Card:
    """The card of one product."""
    newest: Recognition = product.known[0]  # type: ignore[attr-defined]
    standing = standing_of(newest, on)
    return Card(product, newest, say(newest, standing), standing.is_good)


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
