"""The feeds and open data as an OpenAPI document: what each address gives, in which form, for how long."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from ocop.outlets.catalogue.feeds import COLUMNS

_TEXT = {"type": ["string", "null"]}
_NUMBER = {"type": ["integer", "null"]}
_SPECIAL: dict[str, dict[str, Any]] = {
    "id": {"type": "string"}, "name": {"type": "string"}, "url": {"type": "string", "format": "uri"},
    "stars": _NUMBER, "set_number": _NUMBER, "price_vnd": _NUMBER,
    "until": {"type": ["string", "null"], "format": "date"},
}  # fmt: skip
_SLUG = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}}
_GTIN = {
    "name": "gtin",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "pattern": "^[0-9]{8,14}$"},
}
NOT_IN_GEOJSON = frozenset({"latitude", "longitude"})


def document() -> dict[str, Any]:
    """Every feed, in OpenAPI 3.1; what programs read of products and certificates is described beside."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ocop feeds", "version": "1",
            "license": {"name": "Open data", "url": settings.OPEN_DATA_LICENCE},
            "description": "Open data and feeds of an OCOP programme. Read-only, no personal data."
            " Single products and certificates: /api/v1/openapi.json.",
        },
        "servers": [{"url": settings.SITE_ADDRESS}],
        "paths": {path: {"get": what} for path, what in _paths().items()},
        "components": {"schemas": {"Product": _product(), "Products": _geojson()}},
    }  # fmt: skip


def _paths() -> dict[str, dict[str, Any]]:
    table = {
        "type": "string",
        "description": f"UTF-8 with a mark at its beginning. Columns: {', '.join(COLUMNS)}.",
    }
    xml, ref = {"type": "string"}, {"$ref": "#/components/schemas/Products"}
    one = reverse("site:producer_csv", args=["slug"]).replace("/slug/", "/{slug}/")
    merchant = reverse("site:producer_merchant", args=["slug"]).replace("/slug/", "/{slug}/")
    return {
        reverse("site:products_csv"): _get("Recognised products as a table", "text/csv", table),
        reverse("site:products_geojson"): _get("The same on a map", "application/geo+json", ref),
        reverse("site:products_jsonld"): _get(
            "The same in the words of schema.org", "application/ld+json", {"type": "object"}
        ),
        reverse("site:products_merchant"): _get("The same as Google's product feed", "application/xml", xml),
        one: _get("Products of one producer as a table", "text/csv", table, _SLUG),
        merchant: _get("Products of one producer as Google's product feed", "application/xml", xml, _SLUG),
        reverse("site:news_atom"): _get("News and guidance as Atom", "application/atom+xml", xml),
        reverse("site:sitemap"): _get("Addresses of public pages", "application/xml", xml),
        reverse("site:badge", args=["slug"]).replace("/slug.", "/{slug}."): _get(
            "A picture of what holds today, for other sites", "image/svg+xml", xml, _SLUG
        ),
        reverse("site:digital_link", args=["0"]).removesuffix("0") + "{gtin}": {
            "summary": "GS1 Digital Link: leads to the product with this bar code",
            "parameters": [_GTIN],
            "responses": {
                "302": {"description": "The page of the product"},
                "404": {"description": "No such product"},
            },
        },
    }  # fmt: skip


def _get(
    summary: str, media: str, schema: dict[str, Any], parameter: dict[str, Any] | None = None
) -> dict[str, Any]:
    answers: dict[str, Any] = {"200": {"description": "OK", "content": {media: {"schema": schema}}}}
    if parameter is None:
        return {"summary": summary, "responses": answers}
    return {
        "summary": summary, "parameters": [parameter],
        "responses": {**answers, "404": {"description": "Nothing public under this name"}},
    }  # fmt: skip


def _product() -> dict[str, Any]:
    names = [name for name in COLUMNS if name not in NOT_IN_GEOJSON]
    known = {name: _SPECIAL.get(name, _TEXT) for name in names}
    return {"type": "object", "properties": known, "required": names, "additionalProperties": False}


def _geojson() -> dict[str, Any]:
    point = {
        "type": ["object", "null"],
        "properties": {
            "type": {"const": "Point"},
            "coordinates": {"type": "array", "minItems": 2, "maxItems": 2},
        },
        "required": ["type", "coordinates"],
    }
    feature = {
        "type": "object", "required": ["type", "id", "properties", "geometry"],
        "properties": {
            "type": {"const": "Feature"}, "id": {"type": "string"}, "geometry": point,
            "properties": {"$ref": "#/components/schemas/Product"},
        },
    }  # fmt: skip
    return {
        "type": "object", "required": ["type", "license", "date", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"}, "license": {"type": "string"},
            "date": {"type": "string", "format": "date"}, "features": {"type": "array", "items": feature},
        },
    }  # fmt: skip
