"""What was brought in stands in one register with what is signed here: expiry, lists, catalogue, counts."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from ocop.registers.products.invariants import recognition_faults
from ocop.registers.products.models import Product, Reckoning
from ocop.registers.recognitions.models import Entered

pytestmark = pytest.mark.django_db


@pytest.fixture
def brought(bring):
    """Of a former district, ending in 100 days; and one without any day."""
    last = timezone.localdate() + timedelta(days=100)
    bring(
        {"stars": "3", "authority": "UBND huyện Mường Khương", "place": "xã Lùng Vai, huyện Mường Khương",
         "decided_on": f"{last.replace(year=last.year - 3):%d/%m/%Y}", "valid_until": f"{last:%d/%m/%Y}",
         "product_code": ""},
        {"name": "Trà", "product_code": "", "decided_on": "", "valid_until": ""},
    )  # fmt: skip
    return last


def test_it_ends_in_the_lists_with_the_authority_of_today(brought, tuan, client):
    out = StringIO()
    call_command("expiring", "--within", "365", stdout=out)
    (told,) = [json.loads(line) for line in out.getvalue().splitlines()]
    assert (told["product"], told["valid_until"], told["authority"]) == (
        "Mứt dứa", brought.isoformat(), "UBND huyện Mường Khương",
    )  # fmt: skip
    assert (told["place"], told["managed_by"]) == ("xã Bản Lầu, tỉnh Lào Cai", "Chủ tịch UBND tỉnh Lào Cai")
    client.force_login(tuan)
    text = client.get("/danh-ba/sap-het-han/", follow=True).content.decode()
    assert "Mứt dứa" in text
    assert "Trà" not in text


def test_everyone_finds_it_and_reads_what_is_known(brought, client):
    found = {one["name"]: one["recognition"] for one in client.get("/api/v1/products/").json()["items"]}
    assert {name: one["status"] for name, one in found.items()} == {"Mứt dứa": "valid", "Trà": "unknown"}
    text = client.get("/san-pham/?q=lung+vai").content.decode()
    assert "Mứt dứa" in text


def test_counts_run_over_it(brought):
    held = {one.product.name: one for one in Reckoning.objects.select_related("product")}
    assert {name: (one.is_held, one.is_new, one.stars) for name, one in held.items()} == {
        "Mứt dứa": (True, True, 3), "Trà": (True, True, 4),
    }  # fmt: skip
    assert held["Mứt dứa"].counted_year == brought.year - 3
    assert (held["Trà"].counted_year, Product.objects.get(name="Trà").listing.expires_on) == (0, None)
    assert held["Mứt dứa"].expires_on > date(2026, 1, 1)


def test_the_record_vouches_for_it(brought):
    assert list(recognition_faults()) == []
    Entered.objects.filter(name="Trà").update(source=None)
    (fault,) = recognition_faults()
    assert "no act put it into the register" in fault
