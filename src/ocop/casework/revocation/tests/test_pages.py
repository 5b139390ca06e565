"""The pages: by codes from a list to the decision, as people see it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.tests.cast import Cases
from ocop.foundation.printing.making import make_due
from tests.walker import Walker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


def walker(person) -> Walker:
    client = Client()
    client.force_login(person)
    return Walker(client)


def test_from_the_list_to_the_check_page(cases: Cases):
    phuc = walker(cases.phuc).open("/thu-hoi/").follow("Lập đề nghị thu hồi")
    facts = {
        "ground": "stopped", "reason": "Hợp tác xã đã ngừng sản xuất.", "basis_no": "15/XN-UBND",
        "basis_on": "16/11/2026", "basis_issuer": "UBND xã Bản Lầu",
    }  # fmt: skip
    wrong = {"codes": f"{cases.first.product_code}\nSai mã 👍", **facts}
    phuc.press("Lập đề nghị", status=422, **wrong).sees("Sai mã 👍")
    assert (
        phuc.page.xpath('.//textarea[@name="reason"]')[0].text.strip() == facts["reason"]
    )  # nothing is lost
    phuc.press("Lập đề nghị", **{**facts, "codes": cases.first.product_code})
    phuc.sees("Chờ xác minh").sees("Người lập đề nghị không tự xác minh")
    revocation = Revocation.objects.get()
    walker(cases.van).open(phuc.url).follow("Xác nhận đã xác minh").press(
        "Xác nhận đã xác minh", finding="Đã đến tận nơi: không còn hoạt động."
    )
    thinh = walker(cases.thinh).open(phuc.url).follow("Ký quyết định thu hồi").sees("Chè Shan")
    thinh.press("Ký quyết định thu hồi", number="600-MH/QĐ-UBND", signed_on="23/11/2026")
    thinh.sees("Đã thu hồi")
    address = reverse("revocation:decision_pdf", args=[revocation.key])
    assert "Đang lập bản PDF" in thinh.client.get(address).content.decode()
    make_due(lambda: cases.at)
    kept = Revocation.objects.get()
    assert (kept.file.owner, kept.file.media_type) == ("revocation.decision", "application/pdf")
    assert thinh.client.get(address).status_code == 302
    shopper = Walker(Client()).open(f"/xac-minh/{cases.first.code}/")
    shopper.sees("thu hồi").sees("600-MH/QĐ-UBND")
    walker(cases.phuc).open("/thu-hoi/?q=che+shan").sees("600-MH/QĐ-UBND")


def test_a_product_that_cannot_be_taken_back_any_more_is_named_before_the_signature(cases: Cases):
    both = cases.verified(cases.first, cases.second)
    cases.second.recognition.events.create(on=cases.at.date(), kind="annulled")
    walker(cases.thinh).open(both.get_absolute_url()).sees("Không thu hồi được: đã huỷ bỏ")


def test_others_do_not_see_it(cases: Cases, client):
    revocation = cases.prepared()
    for person, expected in ((cases.lan, 404), (cases.minh, 404), (cases.phuc, 200), (cases.thinh, 200)):
        client.force_login(person)
        assert client.get(revocation.get_absolute_url()).status_code == expected
        assert client.get("/thu-hoi/").status_code == (200 if expected == 200 else 403)
