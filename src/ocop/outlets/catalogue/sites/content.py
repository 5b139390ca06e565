"""What stands on a producer's site: what the producer wrote, beside what the register knows today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from ocop.casework.sites.labels import SHOPS
from ocop.casework.sites.models import BuyLink, Site
from ocop.casework.sites.rules import Shop
from ocop.casework.sites.selectors import NOT_OFFERED
from ocop.foundation.documents.models import StoredFile
from ocop.outlets.catalogue.cards import Card, cards
from ocop.outlets.catalogue.sharing import zalo_of
from ocop.outlets.catalogue.structured import absolute
from ocop.registers.producers.models import Producer
from ocop.registers.products import public

ROOT = "ocop.config.urls"
MOST_PRODUCTS = 100
"""So many stand on a site at most; the catalogue has them all."""


@dataclass(frozen=True)
class Picture:
    """A photograph with the addresses of its two sizes."""

    large: str
    small: str
    caption: str


@dataclass(frozen=True)
class Shown:
    """One product on the site: what the catalogue says of it, and where its page and certificate are."""

    card: Card
    url: str
    check_url: str
    picture: Picture | None


@dataclass(frozen=True)
class SitePage:
    """Everything that the template needs. Our pages have whole addresses; pictures lie beside the site."""

    producer: Producer
    text: Mapping[str, Any]
    products: list[Shown]
    pictures: list[Picture]
    shops: list[tuple[str, str]]
    contact: Mapping[str, Any]
    zalo_url: str
    map_url: str
    catalogue_url: str
    files: dict[str, StoredFile] = field(default_factory=dict)

    @property
    def feeds(self) -> list[tuple[str, str]]:
        """What a shop takes over: the products as tables."""
        names = (("CSV", "site:producer_csv"), ("Google Merchant", "site:producer_merchant"))
        return [(name, absolute(reverse(page, ROOT, args=[self.producer.slug]))) for name, page in names]

    @property
    def look(self) -> str:
        """One of three."""
        return str(self.text.get("look") or "paper")

    @property
    def first_picture(self) -> Picture | None:
        """The photograph on top: the gallery's first, else of the first product."""
        if self.pictures:
            return self.pictures[0]
        return next((one.picture for one in self.products if one.picture), None)


def page_of_site(site: Site, text: Mapping[str, Any], on: date, *, has_contacts: bool = True) -> SitePage:
    """The page with `text`, which is what was shown last or what is being written. Files that are taken away
    have no contacts, whatever the producer agreed to.
    """
    producer = site.producer
    contact = public.public_contact(producer) if has_contacts else {}
    rows = public.shown(public.found(public.Wanted(), "ten").filter(producer=producer)[:MOST_PRODUCTS])
    made = [_product(card) for card in cards(rows, on)]
    files = {str(one.pk): one for one in StoredFile.objects.filter(pk__in=_asked(text))}
    pictures = [
        _picture(files[one["file"]], one["caption"]) for one in text.get("photos", ()) if one["file"] in files
    ]
    known = files | {str(one.card.photo.pk): one.card.photo for one in made if one.card.photo}
    return SitePage(
        producer=producer,
        text=text,
        products=made,
        pictures=pictures,
        shops=_shops(text),
        contact=contact,
        zalo_url=zalo_of(contact.get("phone", "")),
        map_url=_map(producer),
        catalogue_url=absolute(reverse("catalogue:home", urlconf=ROOT)),
        files=known,
    )


def _asked(text: Mapping[str, Any]) -> list[UUID]:
    return [UUID(one["file"]) for one in text.get("photos", ())]


def _product(card: Card) -> Shown:
    code = card.recognition.certificate_code if card.recognition else None
    return Shown(
        card,
        absolute(reverse("catalogue:product", ROOT, args=[card.product.slug])),
        absolute(reverse("catalogue:check", ROOT, args=[code])) if code else "",
        _picture(card.photo, card.product.name) if card.photo else None,
    )


def _picture(file: StoredFile, caption: str) -> Picture:
    large, small = (reverse("documents:public_image", ROOT, args=[file.pk, size]) for size in ("vua", "nho"))
    return Picture(large, small, caption)


def _shops(text: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Where one buys, each once; what an officer found gone is left out at once."""
    rows = [one for one in text.get("links", ()) if one["product"] is None] or list(text.get("links", ()))
    shown = [one["pk"] for one in rows]
    gone = set(BuyLink.objects.filter(pk__in=shown, seen__in=NOT_OFFERED).values_list("pk", flat=True))
    return [(str(SHOPS[Shop(one["shop"])]), one["url"]) for one in rows if one["pk"] not in gone]


def _map(producer: Producer) -> str:
    """A map at the middle of the commune; nobody's house."""
    place = producer.commune
    if place is None or place.latitude is None:
        return ""
    at = f"mlat={place.latitude}&mlon={place.longitude}#map=13/{place.latitude}/{place.longitude}"
    return f"https://www.openstreetmap.org/?{at}"
