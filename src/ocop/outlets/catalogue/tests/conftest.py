"""Certificates and products of the register, for the tests of public pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone, translation

from ocop.casework.certificates.tests.many import many
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import list_anew, search_text


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


@pytest.fixture
def ban_lau(db: None) -> Place:
    found = place("02788", "commune", timezone.localdate())
    assert found is not None
    return found


@pytest.fixture
def code(ban_lau: Place) -> str:
    """One certificate that holds today."""
    return many(1, ban_lau)[0]


class Register:
    """Products of the register, as an import writes them."""

    def producer(self, name: str = "HTX Minh Ngọc", **fields: Any) -> Producer:
        known = {
            "slug": f"chu-the-{Producer.objects.count()}",
            "legal_form": "cooperative",
            "source": "register",
        }
        row = {"name": name, "created_at": timezone.now(), "search_text": "", **known, **fields}
        return Producer.objects.create(**row)

    def product(
        self, name: str, *, producer: Producer | None = None, commune: Place | None = None, **fields: Any
    ) -> Product:
        owner = producer or self.producer(f"Chủ thể của {name}")
        known = {
            "slug": f"san-pham-{Product.objects.count()}",
            "source": "register",
            "created_at": timezone.now(),
        }
        row = Product(producer=owner, name=name, commune=commune, **known, **fields)
        row.search_text = search_text(row)
        row.save()
        list_anew([row.pk])
        return row

    def recognise(self, product: Product, stars: int = 3, year: int = 2021, **fields: Any) -> Recognition:
        known = {"status_code": "recognised", "date_precision": "year", "number": f"{stars}/QĐ-UBND"}
        made = Recognition.objects.create(product=product, stars=stars, year=year, **known | fields)
        list_anew([product.pk])
        return made

    def recognised(self, name: str, stars: int = 3, year: int = 2021, **fields: Any) -> SimpleNamespace:
        product = self.product(name, **fields)
        return SimpleNamespace(product=product, recognition=self.recognise(product, stars, year))


@pytest.fixture
def register(db: None) -> Register:
    return Register()


@pytest.fixture
def today() -> date:
    return timezone.localdate()
