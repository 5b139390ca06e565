"""Results of a round for everyone: only what is signed."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from ocop.casework.certificates import acts
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors.packages import package_of
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


def proposed(desk, name: str, number: str, letter: str):
    """A product whose package went to the ministry."""
    decision = desk.signed(desk.for_ministry(name), kind=DecisionKind.APPROVAL_OF_RESULT, number=number)
    row = decision.items.get()
    acts.record_proposal(
        row, letter_no=letter, letter_on=desk.at.date(), sent_on=desk.at.date(),
        package={part.value: True for part in package_of(row)}, by=desk.phuc, at=desk.at,
    )  # fmt: skip
    return row


def test_the_answer_of_the_ministry_is_told(client, desk, django_assert_num_queries):
    told = {"signed_on": desk.at.date(), "by": desk.phuc, "at": desk.at}
    for name, number, letter in (
        ("Chè cổ thụ", "519-MH/QĐ-UBND", "61-MH/UBND-NLN"),
        ("Mật ong rừng", "520-MH/QĐ-UBND", "62-MH/UBND-NLN"),
        ("Rượu ngô", "521-MH/QĐ-UBND", "63-MH/UBND-NLN"),
    ):
        row = proposed(desk, name, number, letter)
        if name == "Chè cổ thụ":
            acts.record_central_answer(
                row, outcome="recognised", number="95/QĐ-BNNMT", product_code="15-02788-7-2026", **told
            )
        elif name == "Mật ong rừng":
            acts.record_central_answer(
                row, outcome="below", number="96/TB-BNNMT", score=Decimal("82.5"), **told
            )
    page = client.get(of("results_of")).content.decode()
    waiting, answered = page.split("Bộ đã trả lời", 1)
    assert ("Rượu ngô" in waiting, "Chè cổ thụ" in waiting, "Mật ong rừng" in waiting) == (True, False, False)
    assert "95/QĐ-BNNMT" in answered
    assert reverse("catalogue:product", args=["che-co-thu"]) in answered
    assert "chưa đạt 5 sao, văn bản số 96/TB-BNNMT" in answered
    assert "82,5" not in page
    text = client.get(of("results_csv")).content.decode("utf-8-sig")
    assert text.count("Trước Bộ") == 1
