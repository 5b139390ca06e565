"""The pages as people see them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from ocop.casework.renewals.models import CallLetter, Extension
from ocop.casework.renewals.tests.cast import Terms
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


def test_from_the_list_to_the_letter_and_the_answer(terms: Terms):
    recognition = terms.ends(date(2027, 5, 20))
    phuc = walker(terms.phuc).open("/het-han/").sees("Chưa đề nghị")
    phuc.follow("Lập văn bản đề nghị đánh giá lại").sees("xã Bản Lầu: 1 sản phẩm")
    phuc.press("Gửi văn bản", status=422, to="xa-02788", number="15/sai", issued_on="23/11/2026").sees(
        "15/sai"
    )
    phuc.press("Gửi văn bản", to="xa-02788", number="15-MH/SNNMT-PTNT", issued_on="23/11/2026")
    phuc.sees("Chè Shan").sees("Đang")
    letter = CallLetter.objects.get()
    make_due(lambda: terms.at)
    assert phuc.client.get(f"/het-han/van-ban/{letter.key}/van-ban.pdf").status_code == 302
    phuc.open("/het-han/van-ban/").sees("15-MH/SNNMT-PTNT")
    lan = walker(terms.lan).open(f"/het-han/san-pham/{recognition.product.slug}/").sees("15-MH/SNNMT-PTNT")
    lan.sees("Chủ tịch UBND huyện Mường Khương").sees("Chủ tịch UBND tỉnh Lào Cai")  # printed, and today
    lan.follow("Không đánh giá lại").press("Trả lời: không đánh giá lại", reason="cost", words="Chi phí cao.")
    lan.sees("Chi phí cao.").follow("Rút lại trả lời").press("Rút lại trả lời")
    lan.sees("Không đánh giá lại")
    assert walker(terms.phuc).client.get("/het-han/?xuat=xlsx").status_code == 200


def test_an_extension_from_the_product_to_the_decision(terms: Terms):
    recognition = terms.ends(date(2026, 11, 10))
    terms.filed(recognition, date(2026, 9, 1))
    phuc = walker(terms.phuc).open(f"/het-han/san-pham/{recognition.product.slug}/")
    phuc.follow("Lập quyết định kéo dài").sees("kéo dài muộn nhất đến 09/05/2027")
    phuc.press("Trình ký", recognitions=[str(recognition.pk)], reason="Quy định mới có hiệu lực.")
    phuc.sees("Chờ ký")
    thinh = walker(terms.thinh).open(phuc.url).follow("Ký quyết định kéo dài").sees("Chè Shan")
    thinh.press("Ký quyết định kéo dài", number="700-MH/QĐ-UBND", signed_on="23/11/2026").sees("Đã kéo dài")
    make_due(lambda: terms.at)
    key = Extension.objects.get().key
    assert thinh.client.get(f"/keo-dai/{key}/quyet-dinh.pdf").status_code == 302
    walker(terms.phuc).open("/keo-dai/").sees("700-MH/QĐ-UBND")


def test_others_do_not_see_it(terms: Terms, client):
    recognition = terms.ends(date(2026, 11, 10))
    terms.filed(recognition, date(2026, 9, 1))
    extension = terms.prepared(recognition)
    for person, expected in ((terms.lan, 404), (terms.minh, 404), (terms.phuc, 200), (terms.thinh, 200)):
        client.force_login(person)
        assert client.get(extension.get_absolute_url()).status_code == expected
    for person, expected in ((terms.lan, 403), (terms.minh, 200), (terms.phuc, 200)):
        client.force_login(person)
        assert client.get("/het-han/").status_code == expected
    for person, expected in ((terms.lan, 200), (terms.minh, 200), (terms.quang, 404)):
        client.force_login(person)
        assert client.get(f"/het-han/san-pham/{recognition.product.slug}/").status_code == expected
