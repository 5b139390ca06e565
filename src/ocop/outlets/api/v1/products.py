"""Recognised products."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from ocop.foundation.places.rules import Level
from ocop.foundation.places.selectors import place
from ocop.outlets.api.v1.shared import NotUnderstood, PageOf, PlaceOut, Problem
from ocop.registers.products import public
from ocop.registers.products.models import Listing
from ocop.registers.products.rules import Standing
from ocop.registers.products.selectors import standing_of

router = Router()
PAGE_SIZE, LARGEST_PAGE = 25, 100

Status = Literal[
    "not_yet", "valid", "extended", "expired", "revoked", "replaced", "annulled", "unknown", "not_recognised"
]


class ProducerOut(Schema):
    """Who makes it: the organisation, never a person."""

    name: str
    slug: str
    legal_form: str


class RecognitionOut(Schema):
    """One recognition. `status` is that of today;
    `unknown` where no exact date is on record, never `valid`.
    """

    stars: int | None
    year: int | None = Field(description="Null where the year is not known.")
    authority: str
    decision_number: str
    decided_on: datetime.date | None = Field(description="Null where the day is not known.")
    valid_from: datetime.date | None
    expires_on: datetime.date | None
    status: Status
    until: datetime.date | None = Field(
        description="The day that belongs to the status, as `ocop status` defines it."
    )
    product_code: str
    certificate_code: str | None

    @classmethod
    def of(cls, one: Any, standing: Standing) -> RecognitionOut:
        """From a recognition and what can be said of it today."""
        return cls(
            stars=one.stars,
            year=one.year or None,
            authority=one.authority,
            decision_number=one.number,
            decided_on=one.decided_on if one.date_precision == "day" else None,
            valid_from=one.valid_from,
            expires_on=one.expires_on,
            status=standing.kind.value,
            until=standing.until,
            product_code=one.product_code,
            certificate_code=one.certificate_code,
        )


class ProductOut(Schema):
    """A product with its newest recognition."""

    name: str
    slug: str
    url: str
    producer: ProducerOut
    place: PlaceOut | None
    set_number: int | None
    regulation: str
    is_illustration: bool = Field(description="True for invented products of a demonstration.")
    recognition: RecognitionOut

    @classmethod
    def of(cls, listing: Listing, on: datetime.date) -> ProductOut:
        """From a listing loaded by `products.public.shown`."""
        return cls(**_product(listing, on))


class ProductInFull(ProductOut):
    """A product with everything the public site shows of it."""

    description: str
    packaging: str
    net_content: str
    story: str
    gtin: str
    photographs: list[str]
    recognitions: list[RecognitionOut] = Field(description="Newest first.")


class Filters(Schema):
    """The filters of the catalogue; names are those of its address."""

    q: str = Field("", max_length=80, description="Words of product, producer, place; marks do not matter.")
    sao: int | None = Field(None, ge=1, le=5, description="Stars.")
    bo: int | None = Field(None, ge=1, le=99, description="Number of the product set.")
    xa: str | None = Field(None, pattern=r"^[0-9]{5}$", description="Code of a commune of today.")
    thang: int | None = Field(None, ge=1, le=12, description="A month in which there is some to buy.")
    sort: Literal["", "moi", "ten", "sao"] = Field("", description="By fit, newest, name, stars.")
    trang: int = Field(1, ge=1, le=100_000, description="The page.")
    page_size: int = Field(PAGE_SIZE, ge=1, le=LARGEST_PAGE)


@router.get("", response={200: PageOf[ProductOut], 404: Problem, 422: NotUnderstood}, url_name="products")
def products(request: HttpRequest, filters: Query[Filters]) -> PageOf[ProductOut]:
    """Recognised products that answer to every filter, a page at a time.
    404 for a commune or page that is not.
    """
    on = timezone.localdate()
    commune = place(filters.xa, Level.COMMUNE, on) if filters.xa else None
    if filters.xa and commune is None:
        raise Http404("There is no such commune today.")
    wanted = public.Wanted(filters.q, filters.sao, filters.bo, commune, filters.thang)
    asked = {"trang": str(filters.trang)}
    page = public.page_of(public.found(wanted, filters.sort), asked, filters.page_size)
    if page.number != filters.trang:
        raise Http404("There is no such page.")
    items = [ProductOut.of(listing, on) for listing in page]
    pages = page.paginator
    return PageOf[ProductOut](count=pages.count, page=page.number, pages=pages.num_pages, items=items)


@router.get("{slug}", response={200: ProductInFull, 404: Problem, 422: NotUnderstood}, url_name="product")
def product(request: HttpRequest, slug: str) -> ProductInFull:
    """One recognised product."""
    row: Any = public.in_full(slug)
    if row is None:
        raise Http404("There is no such product.")
    on = timezone.localdate()
    return ProductInFull(
        **_product(row.listing, on),
        description=row.description,
        packaging=row.packaging,
        net_content=row.net_content,
        story=row.story,
        gtin=row.gtin,
        photographs=[settings.SITE_ADDRESS + photo.file.public_url for photo in row.shown_photos],
        recognitions=[RecognitionOut.of(one, standing_of(one, on)) for one in row.known],
    )


def _product(listing: Listing, on: datetime.date) -> dict[str, Any]:
    product, producer = listing.product, listing.product.producer
    return {
        "name": product.name,
        "slug": product.slug,
        "url": settings.SITE_ADDRESS + reverse("catalogue:product", args=[product.slug]),
        "producer": ProducerOut(name=producer.name, slug=producer.slug, legal_form=producer.legal_form),
        "place": PlaceOut.of(listing.commune),
        "set_number": product.set_number,
        "regulation": product.regulation_code,
        "is_illustration": product.is_illustration,
        "recognition": RecognitionOut.of(listing.recognition, listing.standing_on(on)),
    }
