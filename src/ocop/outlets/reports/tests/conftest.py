"""What the tests of the reports share:
the province, its officers, a plan, and short ways to fill the register.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place
from ocop.kernel.calendar import certificate_expiry
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.models import Producer
from ocop.registers.products.acts import register_product
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import record_recognition
from ocop.registers.programme.models import Plan, Programme, Target

OLD, NEW = date(2022, 6, 1), date(2026, 6, 1)


class Register:
    """Writes producers, products, recognitions and targets in a line each."""

    def __init__(self, cast: Any, at: Any, programme: Programme) -> None:
        self.cast, self.at, self.programme = cast, at, programme
        self.count = 0

    def producer(
        self, name: str = "", *, form: str = "cooperative", commune: Place | None = None
    ) -> Producer:
        self.count += 1
        fields = {
            "name": name or f"HTX {self.count}", "legal_form": form, "commune": commune,
            "registration_no": f"12070{self.count:05}",
        }  # fmt: skip
        return register_producer(fields=fields, representative=None, by=self.cast.lan, at=self.at)

    def product(self, producer: Producer | None = None, **fields: Any) -> Product:
        self.count += 1
        owner = producer or self.producer(commune=self.cast.commune)
        made = register_product(
            owner, fields={"name": f"Sản phẩm {self.count}"}, by=self.cast.lan, at=self.at
        )
        Product.objects.filter(pk=made.pk).update(**fields)
        return Product.objects.get(pk=made.pk)

    def recognise(
        self, product: Product, on: date | int, *, stars: int = 3, kind: str = "", **more: Any
    ) -> Recognition:
        """On a day, or in a year of which only the number is known."""
        day = on if isinstance(on, date) else None
        fields = {
            "stars": stars, "kind": kind, "year": on.year if isinstance(on, date) else on, "decided_on": day,
            "date_precision": "day" if day else "year", "valid_from": day,
            "expires_on": certificate_expiry(day) if day else None, "status_code": "recognised", **more,
        }  # fmt: skip
        return record_recognition(product, fields=fields, by=self.cast.lan, at=self.at)

    def plan(self, year: int, province: Place | None = None, **fields: Any) -> Plan:
        return Plan.objects.create(
            place=province or self.programme.province, year=year, created_at=self.at,
            created_by=self.cast.lan,
            **{"name": f"Kế hoạch {year}", "number": f"{year}/KH-UBND", "issued_on": date(year, 1, 15),
               "signer_name": "Người ký", "state": "issued"} | fields,
        )  # fmt: skip

    def target(self, plan: Plan, rule: str, value: int | None = None, **fields: Any) -> Target:
        bound = fields.pop("bound", "unset" if value is None else "at_least")
        self.count += 1
        return Target.objects.create(
            plan=plan, key=fields.pop("key", rule or f"t{self.count}"), position=self.count,
            name=f"Chỉ tiêu {rule}",
            unit=fields.pop("unit", "sản phẩm"), value=value, bound=bound, count_rule=rule, **fields,
        )  # fmt: skip


@pytest.fixture
def programme(cast, at):
    """The programme of today's province."""
    return Programme.objects.create(
        province=cast.province, name="Chương trình OCOP tỉnh Lào Cai", agency_name="Văn phòng điều phối",
        authority_name="Chủ tịch UBND tỉnh", seat="Lào Cai", created_at=at,
    )  # fmt: skip


@pytest.fixture
def register(cast, at, programme):
    """The register, to be filled."""
    return Register(cast, at, programme)


@pytest.fixture
def old_province(db):
    """Lào Cai before 1 July 2025."""
    return place("10", "province", OLD)


@pytest.fixture
def tuan(cast):
    """An officer of the province."""
    tuan = cast.person("tuan", "Vũ Anh Tuấn")
    cast.appoint(tuan, Role.PROVINCE_OFFICER)
    return tuan


@pytest.fixture
def minh(cast):
    """The officer of the commune."""
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    return cast.minh
