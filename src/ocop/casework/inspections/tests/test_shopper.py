"""The form without account and cookie: token, origin, work, floods, hostile photographs."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from ocop.casework.inspections import acts
from ocop.casework.inspections.models import MisuseReport, ReportCount, Reporter, ReportPhoto
from ocop.casework.inspections.pages.guarding import SALT, new_token, read_token
from ocop.casework.inspections.rules.taking import BUSY, MOST, MOST_BITS, Scope, bits_now, is_worked
from ocop.casework.inspections.tests.cast import Checks, jpeg

pytestmark = pytest.mark.django_db
HOME = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object, settings) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast. Little work."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    settings.REPORT_WORK_BITS = 6


def worked(token: str, bits: int = 6) -> str:
    return next(str(n) for n in range(10**6) if is_worked(token, str(n), bits))


def facts(of: str, **given: object) -> dict[str, object]:
    token = given.pop("token", None) or new_token(of)
    told = {"token": token, "work": worked(str(token)), "code": of, "kind": "wrong_stars"}
    return told | {"seen_at": "Chợ Cốc Lếu"} | given


def send(of: str, headers: dict[str, str] | None = None, path: str = "", **given: object):
    path = path or f"/xac-minh/{of}/phan-anh/"
    return Client(enforce_csrf_checks=True).post(
        path, facts(of, **given), headers=HOME if headers is None else headers
    )


def test_from_the_form_to_the_answer_without_a_cookie(checks: Checks):
    client, code = Client(enforce_csrf_checks=True), checks.first.code
    page = client.get(f"/xac-minh/{code}/phan-anh/")
    assert "“Chè Shan”" in page.text
    assert (page.status_code, page.cookies, "no-store" in page["Cache-Control"]) == (200, {}, True)
    token = re.search(r'name="token" value="([^"]+)"', page.text)[1]
    sent = client.post(page.wsgi_request.path, facts(code, token=token), headers=HOME)
    report = MisuseReport.objects.get()
    assert (sent.status_code, sent.cookies) == (302, {})
    assert (report.is_proven, report.recognition) == (True, checks.first.recognition)
    shown = client.get(sent["Location"])
    assert (shown.status_code, shown.cookies, report.printed_ticket in shown.text) == (200, {}, True)
    assert "Đã nhận, chờ xem" in shown.text
    acts.dismiss_report(report, reason="Nhãn đúng.", by=checks.phuc, at=checks.at)
    assert "Nhãn đúng." in client.get(sent["Location"]).text
    assert client.get("/phan-anh/ma/KHONGCO/").status_code == 404
    assert client.get("/phan-anh/ma/", {"ma": "../../xyz"}, follow=True).status_code == 404
    found = client.get("/phan-anh/ma/", {"ma": report.printed_ticket.lower()})
    assert found["Location"] == sent["Location"]


@pytest.mark.parametrize("code", ["KHÔNG CÓ MÃ", "0000000000000000", "<script>"])
def test_a_report_of_a_code_that_was_never_issued(checks: Checks, code):
    page = Client().get("/phan-anh/gui/", {"ma": code})
    assert (page.status_code, page.cookies) == (200, {})
    assert send("", path="/phan-anh/gui/", code=code).status_code == 302
    assert (MisuseReport.objects.get().code, MisuseReport.objects.get().recognition) == (code, None)


def test_a_token_lasts_a_while_and_is_of_one_code(checks: Checks, monkeypatch):
    code, other = checks.first.code, checks.second.code
    token = new_token(code)
    assert read_token(token, code)["b"] == 6
    for wrong in ("", "x", token[:-1], token + "x", signing.dumps({"c": code}, salt="other")):
        assert read_token(wrong, code) is None
    assert read_token(token, other) is None
    answer = send(other, token=token)
    assert (answer.status_code, "chọn lại ảnh" in answer.text, "Chợ Cốc Lếu" in answer.text) == (
        422,
        True,
        True,
    )
    real = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: real() + timedelta(hours=3, seconds=5).total_seconds())
    assert send(code, token=token).status_code == 422
    assert not MisuseReport.objects.exists()
    assert SALT


def test_a_form_sent_twice_is_one_report(checks: Checks):
    token = new_token(checks.first.code)
    first, second = (send(checks.first.code, token=token, text=text) for text in ("một", "hai"))
    assert first["Location"] == second["Location"]
    assert MisuseReport.objects.get().text == "một"


@pytest.mark.parametrize(
    ("headers", "status", "is_proven"),
    [
        (HOME, 302, True),
        ({"Origin": "http://testserver"}, 302, True),
        ({"Sec-Fetch-Site": "same-origin"}, 302, True),
        ({}, 302, False),
        ({"Origin": "https://ke-xau.example"}, 403, None),
        ({"Origin": "null"}, 403, None),
        ({"Sec-Fetch-Site": "cross-site"}, 403, None),
        ({"Sec-Fetch-Site": "same-site"}, 403, None),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, 403, None),
    ],
)
def test_from_where_it_is_sent(checks: Checks, headers, status, is_proven):
    assert send(checks.first.code, headers).status_code == status
    assert [one.is_proven for one in MisuseReport.objects.all()] == ([] if status == 403 else [is_proven])


def test_without_the_work_it_waits_behind(checks: Checks):
    for work in ("", "1.5", "٣", "9" * 30, "-1"):
        assert send(checks.first.code, work=work).status_code == 302
    assert set(MisuseReport.objects.values_list("is_proven", flat=True)) == {False}


def test_the_work_is_that_of_the_token_and_grows_with_a_flood():
    assert is_worked("token", worked("token", 10), 10)
    assert not is_worked("other", worked("token", 12), 12)
    assert [bits_now(n) for n in (0, BUSY - 1, BUSY, 2 * BUSY, 10**6)] == [16, 16, 17, 18, MOST_BITS]


def test_a_flood_from_one_machine_is_slowed_and_nothing_typed_is_lost(checks: Checks):
    for _n in range(MOST[Scope.MACHINE]):
        assert send(checks.first.code).status_code == 302
    answer = send(checks.first.code, seen_at="Chợ Bắc Hà")
    assert (answer.status_code, "Chợ Bắc Hà" in answer.text) == (429, True)
    assert MisuseReport.objects.count() == MOST[Scope.MACHINE]
    assert not any("127.0.0.1" in one.name for one in ReportCount.objects.all())


def test_a_flood_without_work_from_many_machines_is_slowed(checks: Checks):
    got = []
    for n in range(MOST[Scope.UNPROVEN] + 1):
        client = Client(REMOTE_ADDR=f"10.{n}.0.1")
        told = facts("", work="")
        got.append(client.post("/phan-anh/gui/", told, headers=HOME).status_code)
    assert (got[:-1], got[-1]) == ([302] * MOST[Scope.UNPROVEN], 429)
    assert Client(REMOTE_ADDR="10.99.0.1").post("/phan-anh/gui/", facts(""), headers=HOME).status_code == 302


def test_a_photograph_is_encoded_anew_without_what_a_camera_notes(checks: Checks):
    sent = jpeg(side=300)
    assert b"NHA SAN XUAT" in sent.read()
    sent.seek(0)
    assert send(checks.first.code, photo=sent).status_code == 302
    kept = bytes(ReportPhoto.objects.get().content)
    with Image.open(io.BytesIO(kept)) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("WEBP", (300, 300), {})
    assert b"NHA SAN XUAT" not in kept


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("a.jpg", b"<html><script>alert(1)</script>"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 200),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50),
        ("a.jpg", b"%PDF-1.7\n"),
        ("a.gif", b"GIF89a" + b"\0" * 50),
    ],
)
def test_what_is_no_photograph_is_refused_in_words(checks: Checks, name, content):
    answer = send(checks.first.code, photo=SimpleUploadedFile(name, content, "image/jpeg"))
    assert (answer.status_code, MisuseReport.objects.count()) == (422, 0)
    assert 'class="error' in answer.text
    assert "alert(1)" not in answer.text


def test_a_contact_only_with_consent(checks: Checks):
    assert send(checks.first.code, contact="0912345678").status_code == 422
    assert send(checks.first.code, contact="0912345678", consent="on").status_code == 302
    assert Reporter.objects.get().contact == "0912345678"
    assert send(checks.first.code, consent="on").status_code == 302
    assert Reporter.objects.count() == 1


def test_hostile_words_stay_words(checks: Checks, client):
    bad = "<script>alert(1)</script>"
    sent = send(checks.first.code, text=bad, seen_at=bad, path=f"/xac-minh/{checks.first.code}/phan-anh/")
    client.force_login(checks.phuc)
    report = MisuseReport.objects.get()
    assert bad not in client.get(report.get_absolute_url()).text
    assert bad not in client.get(sent["Location"]).text
