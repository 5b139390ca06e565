"""The page of a product answers a shopper, and says the same to programs."""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from PIL import Image

from ocop.casework.certificates.tests.many import many
from ocop.registers.products.models import Recognition
from ocop.registers.products.writes import list_anew


def told(body: str) -> dict[str, Any]:
    """What the page says to programs."""
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.S)
    return json.loads(found)


def page(client, product) -> str:
    return client.get(f"/san-pham/{product.slug}/").content.decode()


@pytest.fixture
def tea(register, ban_lau):
    owner = register.producer("HTX Minh Ngọc", commune=ban_lau, phone="0912345678")
    product = register.product(
        "Chè </script> & mây", producer=owner, net_content="hộp 100 g", gtin="8936000000011"
    )
    register.recognise(product, 4, 2022)
    return product


def test_programs_read_the_product_and_its_certificate(client, tea, settings):
    said = told(page(client, tea))
    address = f"{settings.SITE_ADDRESS}/san-pham/{tea.slug}/"
    assert {name: said[name] for name in ("@type", "name", "url", "size", "gtin")} == {
        "@type": "Product", "name": tea.name, "url": address, "size": "hộp 100 g", "gtin": "8936000000011",
    }  # fmt: skip
    assert said["manufacturer"] == {
        "@type": "Organization", "name": "HTX Minh Ngọc",
        "url": f"{settings.SITE_ADDRESS}/chu-the/{tea.producer.slug}/",
    }  # fmt: skip
    assert said["hasCertification"] == {
        "@type": "Certification", "name": "OCOP 4 sao", "certificationIdentification": "4/QĐ-UBND",
        "certificationRating": {"@type": "Rating", "ratingValue": 4, "bestRating": 5, "worstRating": 1},
        "datePublished": 2022,
    }  # fmt: skip


@pytest.mark.parametrize(("days", "state"), [(0, "Active"), (-2000, "Inactive")])
def test_a_certificate_is_active_only_where_it_holds(client, ban_lau, days, state):
    many(1, ban_lau)
    one = Recognition.objects.select_related("product").get()
    if days:
        first = one.valid_from + timedelta(days=days)
        Recognition.objects.update(valid_from=first, expires_on=first + timedelta(days=1000))
        list_anew([one.product_id])
    said = told(page(client, one.product))["hasCertification"]
    assert said["certificationStatus"] == f"https://schema.org/Certification{state}"
    assert said["expires"] == Recognition.objects.get().expires_on.isoformat()


def test_contacts_are_told_only_by_consent(client, tea):
    assert "0912345678" not in page(client, tea)
    tea.producer.contact_is_public_since = timezone.now()
    tea.producer.save()
    body = page(client, tea)
    assert ('href="tel:0912345678"' in body, 'href="https://zalo.me/0912345678"' in body) == (True, True)
    assert told(body)["manufacturer"]["telephone"] == "0912345678"


def test_it_says_what_the_stars_mean_and_what_else_there_is(client, register, tea, ban_lau):
    other = register.recognised("Dứa quả", 3, commune=ban_lau).product
    body = page(client, tea)
    assert "4 sao: hội đồng chấm từ 70 đến dưới 90 điểm của thang 100." in body
    assert "Sản phẩm khác của" in body
    assert other.name in body
    assert "Gồm các đơn vị cũ:" in body


def test_the_picture_for_sharing_has_its_size(client, tea):
    answer = client.get(f"/san-pham/{tea.slug}/anh-chia-se.jpg")
    picture = Image.open(io.BytesIO(answer.content))
    assert (answer["Content-Type"], picture.size, len(answer.content) < 120_000) == (
        "image/jpeg", (1200, 630), True,
    )  # fmt: skip
    assert f"/san-pham/{tea.slug}/anh-chia-se.jpg" in page(client, tea)
