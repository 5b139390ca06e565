"""The pages, as people see them."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers.models import Dossier
from ocop.casework.fieldwork.models import Signature, Visit, VisitPhoto
from ocop.casework.fieldwork.tests.cast import Field, picture
from ocop.foundation.ui.keeping.values import mark
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


def test_from_the_list_to_the_day_and_the_checklist(field: Field):
    code = field.proposed().submissions.get().code
    phuc = walker(field.phuc).open("/thuc-dia/").follow("Lập lịch kiểm tra")
    facts = {
        "kind": "verification", "day": "23/11/2026", "inspectors": [str(field.van.pk)],
        "reason": "Minh chứng chưa rõ.",
    }  # fmt: skip
    phuc.press("Lập lịch", status=422, codes=f"{code}\nsai", **facts).sees("sai")
    phuc.press("Lập lịch", codes=code, **facts).sees("Dứa sấy dẻo").sees("Nạp vào máy này")
    visit = Visit.objects.get()
    assert phuc.client.get(reverse("fieldwork:day_pdf", args=[visit.day])).content[:5] == b"%PDF-"
    assert phuc.client.get(reverse("fieldwork:notice", args=[visit.key])).content[:5] == b"%PDF-"
    phuc.open(visit.get_absolute_url()).follow("Thông báo cho chủ thể").press("Thông báo cho chủ thể")
    van = walker(field.van).open(visit.get_absolute_url()).follow("Khai quan hệ với chủ thể")
    van.press("Khai", relation="none").follow("Ghi kết quả tại chỗ").sees("Chủ thể khai:")
    assert walker(field.phuc).client.get("/thuc-dia/?xuat=xlsx").status_code == 200


def test_a_field_is_kept_and_a_second_phone_gets_both_values(field: Field):
    visit = field.open()
    url = reverse("fieldwork:findings", args=[visit.key])
    van = walker(field.van).client

    def send(value: str, operation: str):
        data = {
            "finding_1.1": value, "keep-field": "finding_1.1", "keep-operation": operation,
            "keep-base": mark(()), "keep-owner": str(field.van.pk),
        }  # fmt: skip
        return van.post(url, data, headers={"X-Requested-With": "keep"})

    assert send("matches", "first-phone").status_code == 200
    assert send("matches", "first-phone").status_code == 200
    answer = send("differs", "second-phone")
    assert answer.status_code == 409
    assert answer.json()["conflict"]["stored"]["value"] == ["matches"]
    assert field.again(visit).found["1.1"]["finding"] == "matches"
    field.ended(field.signed(field.found(visit)))
    late = send("differs", "third-phone-late")
    assert (late.status_code, "đã kết thúc" in late.json()["error"]) == (409, True)


def test_a_photograph_and_a_signature_that_come_twice_are_there_once(field: Field):
    visit = field.open()
    van = walker(field.van).client
    notes = {"keep-operation": "photo-operation", "keep-owner": str(field.van.pk)}

    def send(name: str, data: dict):
        address = reverse(f"fieldwork:{name}", args=[visit.key])
        return van.post(address, data, headers={"X-Requested-With": "whole"})

    for _time in range(2):
        answer = send("photo", {"photo": picture(), "code": "1.1", **notes})
        assert answer.json()["go"].endswith("/phieu/")
    assert VisitPhoto.objects.get().code == "1.1"
    words = json.dumps({"remarks": "Xưởng sạch."})
    signed = {
        "side": "inspector", "signer_name": "Trần Vân", "words": words, "signed_at": "2026-11-23T01:00:00Z",
        "keep-operation": "sign-operation", "keep-owner": str(field.van.pk),
    }  # fmt: skip
    for _time in range(2):
        signed["picture"] = picture("#fff", "ky.png")
        assert send("sign", signed).status_code == 200
    row = Signature.objects.get()
    visit = field.again(visit)
    assert row.words_hash != visit.words_hash
    visit.remarks = "Xưởng sạch."
    assert row.words_hash == visit.words_hash


def test_the_end_leads_to_the_report_and_the_dossier_shows_both(field: Field):
    visit = field.signed(
        field.found(found={"1.1": {"finding": "differs", "note": "Chỉ một nửa nguyên liệu của xã."}})
    )
    van = walker(field.van).open(reverse("fieldwork:end", args=[visit.key]))
    van.press("Kết thúc buổi kiểm tra").sees("Chỉ một nửa nguyên liệu của xã.")
    assert van.client.get(reverse("fieldwork:report", args=[visit.key])).status_code == 202
    url = Dossier.objects.get().get_absolute_url()
    for person in (field.phuc, field.lan):
        walker(person).open(url).sees("1 mục khác khai báo").sees("Chỉ một nửa nguyên liệu")
    walker(field.lan).open(visit.get_absolute_url()).sees("Khai báo và thực tế")
    second = walker(field.van).client.get(reverse("fieldwork:findings", args=[visit.key]))
    assert (second.status_code, "đã kết thúc buổi kiểm tra này" in second.content.decode()) == (409, True)


def test_the_producer_sees_no_findings_before_the_end(field: Field):
    visit = field.found(remarks="Đang ghi dở")
    page = walker(field.lan).open(visit.get_absolute_url())
    assert "Đang ghi dở" not in page.page.text_content()
    page.sees("Các mục sẽ xem")


def test_others_do_not_see_it(field: Field, client):
    visit = field.planned()
    for person, expected in ((field.quang, 404), (field.lan, 404), (field.minh, 200), (field.van, 200)):
        client.force_login(person)
        assert client.get(visit.get_absolute_url()).status_code == expected
