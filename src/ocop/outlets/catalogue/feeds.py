"""Recognised products for programs of others: rows, and the four forms in which they are given. Both come
piece by piece: none is ever in memory as a whole.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from ocop.casework.sites.models import Sale
from ocop.outlets.catalogue.cards import Card, cards
from ocop.outlets.catalogue.structured import absolute, product_data
from ocop.registers.producers.models import Producer
from ocop.registers.products import public

COLUMNS = (
    "id", "name", "stars", "status", "until", "producer", "place", "latitude", "longitude", "set_number",
    "gtin", "net_content", "price_vnd", "certificate_code", "url", "picture",
)  # fmt: skip
Parts = Iterator[list[Card]]
"""Cards, some hundreds at a time."""
Rows = Iterator[dict[str, Any]]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def listed(
    on: date, *, producer: Producer | None = None, for_sale: bool = False, described: bool = False
) -> Parts:
    """Every recognised product, or those of one producer, or those with a price alone, by name; a part at a
    time. `described` loads their descriptions.
    """
    rows = public.found(public.Wanted(), "ten")
    if producer is not None:
        rows = rows.filter(producer=producer)
    if for_sale:
        rows = rows.filter(product__in=_prices().values("product"))
    for part in public.in_parts(rows, described=described):
        yield cards(part, on)


def row_of(card: Card, on: date, price: int | None = None) -> dict[str, Any]:
    """One product; nothing in it is of a person."""
    product, one, place = card.product, card.recognition, card.place
    standing = card.listing.standing_on(on)
    return {
        "id": product.slug,
        "name": product.name,
        "stars": one.stars if one else None,
        "status": standing.kind.value,
        "until": standing.until.isoformat() if standing.until else None,
        "producer": product.producer.name,
        "place": place.local_full_name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "set_number": product.set_number,
        "gtin": product.gtin or None,
        "net_content": product.net_content or None,
        "price_vnd": price,
        "certificate_code": one.certificate_code if one else None,
        "url": absolute(reverse("catalogue:product", args=[product.slug])),
        "picture": absolute(card.photo.public_url) if card.photo else None,
    }


def rows_of(parts: Parts, on: date) -> Rows:
    """The same of many, with prices."""
    for part in parts:
        own = _prices().filter(product__in=[card.product.pk for card in part])
        prices = dict(own.values_list("product", "price"))
        for card in part:
            yield row_of(card, on, prices.get(card.product.pk))


def _prices() -> QuerySet[Sale]:
    return Sale.objects.exclude(price=None)


def as_csv(rows: Rows) -> Iterator[str]:
    """A table that spreadsheets open in Vietnamese; no cell of it is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    out.write("\ufeff")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in COLUMNS])
        yield _taken(out)
    yield _taken(out)


def _taken(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_geojson(rows: Rows, on: date) -> Iterator[str]:
    """Points at the middle of communes; products without a known place have none."""
    head = json.dumps(
        {"type": "FeatureCollection", "license": settings.OPEN_DATA_LICENCE, "date": on.isoformat()}
    )
    yield f'{head[:-1]}, "features": ['
    yield from _between(", ", map(_feature, rows))
    yield "]}"


def _between(comma: str, items: Iterable[str]) -> Iterator[str]:
    """The items with a comma before each but the first."""
    for place, item in enumerate(items):
        yield comma + item if place else item


def _feature(row: dict[str, Any]) -> str:
    """Coordinates as the gazetteer writes them, digit by digit."""
    known = {name: row[name] for name in COLUMNS if name not in {"latitude", "longitude"}}
    text = json.dumps({"type": "Feature", "id": row["id"], "properties": known}, ensure_ascii=False)
    point = "null"
    if row["latitude"] is not None:
        point = f'{{"type": "Point", "coordinates": [{row["longitude"]}, {row["latitude"]}]}}'
    return f'{text[:-1]}, "geometry": {point}}}'


def as_jsonld(parts: Parts, on: date) -> Iterator[str]:
    """Products with their certificates, in the words of schema.org."""
    known = {
        "@context": "https://schema.org", "@type": "Dataset", "name": "OCOP",
        "license": settings.OPEN_DATA_LICENCE, "dateModified": on.isoformat(),
    }  # fmt: skip
    yield f'{json.dumps(known, ensure_ascii=False)[:-1]}, "hasPart": ['
    yield from _between(", ", (_linked(card, on) for part in parts for card in part))
    yield "]}"


def _linked(card: Card, on: date) -> str:
    data = product_data(card, card.listing.standing_on(on).kind)
    return json.dumps({name: value for name, value in data.items() if name != "@context"}, ensure_ascii=False)


def as_merchant(rows: Rows, title: str) -> Iterator[str]:
    """Google's product feed (RSS 2.0). Only what has a price and a photograph: others are refused there."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>\n'
    yield f"<title>{escape(title)}</title><link>{escape(absolute('/'))}</link>"
    yield "<description>OCOP</description>\n"
    for row in rows:
        if row["price_vnd"] is None or row["picture"] is None:
            continue
        yield _offered(row)
    yield "</channel></rss>"


def _offered(row: Mapping[str, Any]) -> str:
    known = {
        "g:id": row["id"][:50], "g:title": row["name"][:150],
        "g:description": f"{row['name']}, {row['producer']}",
        "g:link": row["url"], "g:image_link": row["picture"], "g:price": f"{row['price_vnd']} VND",
        "g:availability": "in_stock", "g:condition": "new", "g:brand": row["producer"][:70],
        "g:gtin": row["gtin"],
    }  # fmt: skip
    said = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in known.items() if value)
    return f"<item>{said}</item>\n"
