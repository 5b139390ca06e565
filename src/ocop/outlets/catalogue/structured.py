"""A product in the words of schema.org, so that programs read the certificate with its state and its days."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ocop.casework.sites.models import Sale
from ocop.foundation.places.models import Place
from ocop.outlets.catalogue.cards import Card
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import StandingKind

ACTIVE = frozenset({StandingKind.VALID, StandingKind.EXTENDED})
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def product_data(
    card: Card, standing: StandingKind, contact: Any = None, sale: Sale | None = None
) -> dict[str, Any]:
    """The product, who makes it and where, its photographs, its bar code, and the certificate."""
    product = card.product
    address = absolute(reverse("catalogue:product", args=[product.slug]))
    known = {
        "@context": "https://schema.org",
        "@type": "Product",
        "@id": f"{address}#product",
        "name": product.name,
        "url": address,
        "description": product.description or None,
        "image": [absolute(photo.file.public_url) for photo in product.shown_photos],  # type: ignore[attr-defined]
        "gtin": product.gtin or None,
        "size": product.net_content or None,
        "manufacturer": _organisation(card, contact or {}),
        "countryOfOrigin": {"@type": "Country", "name": "Việt Nam"},
        "productionPlace": _place(card.place),
        "hasCertification": certification(card, standing),
        "offers": _offer(sale, address),
    }
    return without_empty(known)


def _offer(sale: Sale | None, address: str) -> dict[str, Any] | None:
    """The price that the producer gives; none where it gives none."""
    if sale is None or sale.price is None:
        return None
    return {"@type": "Offer", "price": sale.price, "priceCurrency": "VND", "url": address}


def certification(card: Card, standing: StandingKind) -> dict[str, Any] | None:
    """The recognition: active only where it holds today; where no exact day is known it says no state."""
    one = card.recognition
    if one is None:
        return None
    state = {True: "Active", False: "Inactive"}.get(standing in ACTIVE)
    if standing == StandingKind.UNKNOWN:
        state = None
    code = one.certificate_code
    return without_empty(
        {
            "@type": "Certification",
            "name": f"OCOP {one.stars} sao" if one.stars else "OCOP",
            "certificationIdentification": code or one.product_code or one.number or None,
            "certificationStatus": f"https://schema.org/Certification{state}" if state else None,
            "issuedBy": {"@type": "GovernmentOrganization", "name": one.authority} if one.authority else None,
            "certificationRating": _rating(one.stars),
            "datePublished": _day_or_year(one),
            "validFrom": one.valid_from.isoformat() if one.valid_from else None,
            "expires": one.expires_on.isoformat() if one.expires_on else None,
            "url": absolute(reverse("catalogue:check", args=[code])) if code else None,
        }
    )


def _day_or_year(one: Recognition) -> str | int | None:
    if one.decided_on is not None and one.date_precision == "day":
        return one.decided_on.isoformat()
    return one.year or None


def _rating(stars: int | None) -> dict[str, Any] | None:
    if not stars:
        return None
    return {"@type": "Rating", "ratingValue": stars, "bestRating": 5, "worstRating": 1}


def _organisation(card: Card, contact: Any) -> dict[str, Any]:
    producer = card.product.producer
    return without_empty(
        {
            "@type": "Organization",
            "name": producer.name,
            "url": absolute(reverse("catalogue:producer", args=[producer.slug])),
            "telephone": contact.get("phone"),
            "email": contact.get("email"),
        }
    )


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    point = None
    if place.latitude is not None:
        point = {
            "@type": "GeoCoordinates", "latitude": str(place.latitude), "longitude": str(place.longitude)
        }  # fmt: skip
    return without_empty({"@type": "Place", "name": place.local_full_name, "geo": point})


def absolute(path: str) -> str:
    """The whole address of a page of ours, under the name that this installation is known by."""
    return path if path.startswith(("http://", "https://")) else settings.SITE_ADDRESS + path


def without_empty(known: dict[str, Any]) -> dict[str, Any]:
    """What is not known is not said."""
    return {name: value for name, value in known.items() if value not in (None, "", [], {})}


def as_script(data: Any) -> SafeString:
    """JSON that may stand in a page: nothing in it can end the element that holds it."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308  escaped above
