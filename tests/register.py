"""The register that exists in the small province: one table that was brought in, with one product."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from ocop.outlets.demo.stage import Stage
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import list_anew
from ocop.registers.recognitions.models import Entered, RegisterImport

COUNTS = {"rows": 1, "created": 1, "known": 0, "refused": 0}


def bring_register(stage: Stage) -> Entered:
    """A recognition of years ago of a product of Lan's."""
    at = timezone.now() - timedelta(days=1)
    by = stage.people["phuc"]
    made = RegisterImport.objects.create(file_name="danh-ba.xlsx", sha256="0" * 64, at=at, by=by, **COUNTS)
    product = Product.objects.create(
        producer=stage.producers["na-loc"], name="Dứa lạnh", slug="dua-lanh", source="register",
        search_text="dua lanh", created_at=at,
    )  # fmt: skip
    recognition = Recognition.objects.create(
        product=product, stars=3, authority="UBND huyện Mường Khương", number="7/QĐ-UBND", year=2020,
        decided_on=date(2020, 12, 1), date_precision="day", valid_from=date(2020, 12, 1),
        expires_on=date(2023, 12, 1), product_code="10-086-02788-1-2020", status_code="recognised",
    )  # fmt: skip
    list_anew([product.pk])
    return Entered.objects.create(
        recognition=recognition, source=made, row=2, name="Dứa lạnh", holder="HTX Nà Lốc", at=at, by=by,
        place="xã Lùng Vai", makes_product=True,
    )  # fmt: skip


def register_places(stage: Stage) -> dict[str, tuple[Any, ...]]:
    """What stands in the addresses of the register."""
    entered = bring_register(stage)
    return {"import": (entered.source.key,), "entered": (entered.pk,)}


def grow_imports(stage: Stage, numbers: range) -> None:
    """One more table for each number."""
    at, by = timezone.now(), stage.people["phuc"]
    RegisterImport.objects.bulk_create(
        RegisterImport(file_name=f"bang-{n}.xlsx", sha256=f"{n:064}", at=at, by=by, **COUNTS) for n in numbers
    )
