"""A product with a certificate, one of the register without exact dates, and the OpenAPI document."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ocop.casework.certificates.tests.many import many
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import list_anew


@pytest.fixture
def ban_lau(db: None) -> Place:
    found = place("02788", "commune", timezone.localdate())
    assert found is not None
    return found


@pytest.fixture
def pomelo(ban_lau: Place) -> Product:
    """Recognised in 2021; no exact date is on record."""
    at = timezone.now()
    producer = Producer.objects.create(
        name="HTX Bưởi Múc", slug="htx-buoi-muc", legal_form="cooperative", source="register", created_at=at,
        search_text="", phone="0900000001", email="a@example.org", registration_no="15A8000123",
        address="Thôn Na",
    )  # fmt: skip
    product = Product.objects.create(
        producer=producer, name="Quả bưởi Múc", slug="qua-buoi-muc", set_number=1, commune=ban_lau,
        source="register",
        created_at=at, search_text="qua buoi muc htx buoi muc " + ban_lau.search_text,
    )  # fmt: skip
    Recognition.objects.create(
        product=product, stars=4, year=2021, status_code="recognised", date_precision="month",
        decided_on=date(2021, 12, 1), number="4261/QĐ-UBND",
    )  # fmt: skip
    list_anew([product.pk])
    return product


@pytest.fixture
def code(ban_lau: Place) -> str:
    """The code of a certificate that holds today."""
    return many(1, ban_lau)[0]


@cache
def _document() -> dict[str, Any]:
    """Made of the code alone, so it is asked for once."""
    return Client().get("/api/v1/openapi.json").json()


@pytest.fixture
def openapi(db: None) -> dict[str, Any]:
    return _document()
