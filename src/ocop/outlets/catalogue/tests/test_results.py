"""Results of a round for everyone: only what is signed."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.tests.cast import Desk


@pytest.fixture
def desk(cast, at):
    """Results of a closed meeting without a round."""
    return Desk(cast, at)


def of(name: str) -> str:
    """The year's page for meetings that belong to no round."""
    return reverse(f"catalogue:{name}", args=[2026, 0])


def test_nothing_before_the_signature(client, desk):
    decision = desk.submitted(desk.item())
    for name in ("results_of", "results_xlsx", "results_csv"):
        assert client.get(of(name)).status_code == 404
    assert client.get(reverse("catalogue:decision_pdf", args=[decision.key])).status_code == 404
    page = client.get(reverse("catalogue:results"))
    assert "Chưa có kết quả nào được công bố" in page.content.decode()


def test_what_was_signed(client, desk, django_assert_num_queries):
    decision = desk.signed(desk.item("Chè Shan", "73", 4), desk.item("Chè đen", "55.25", 3))
    desk.submitted(desk.item("Chè xanh", "71", 4))
    for name in ("Mật ong", "Dứa sấy"):
        desk.low(name)
    page = client.get(of("results_of")).content.decode()
    assert all(one in page for one in ("Chè Shan", "Chè đen", decision.number, "23/11/2026"))
    assert not any(one in page for one in ("Chè xanh", "Mật ong", "Dứa sấy", "55,25", "73"))
    decision.file = desk.file()
    decision.save(update_fields=["file"])
    pdf = client.get(reverse("catalogue:decision_pdf", args=[decision.key]))
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    sheet = load_workbook(io.BytesIO(client.get(of("results_xlsx")).content)).active
    assert [row[0] for row in sheet.values][1:] == ["Chè Shan", "Chè đen"]
    text = client.get(of("results_csv")).content.decode("utf-8-sig").splitlines()
    assert (len(text), "Chè Shan" in text[1]) == (3, True)


def test_ninety_points_are_before_the_ministry(client, desk):
    desk.signed(desk.for_ministry(), kind=DecisionKind.APPROVAL_OF_RESULT)
    page = client.get(of("results_of")).content.decode()
    assert "trước Bộ" in page
    assert "Chè cổ thụ" in page
    assert "93,5" not in page
    assert "Sản phẩm được công nhận" not in page
    assert reverse("catalogue:product", args=["che-co-thu"]) not in page
