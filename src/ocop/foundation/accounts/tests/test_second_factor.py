"""The second step of signing in: an app on the phone, and codes on paper."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from ocop.foundation.accounts.tests.conftest import code_of, secret_on
from ocop.foundation.audit.models import Entry


@pytest.fixture
def secret(client, cast, sign_in, prove):
    """Lan has switched on the app; the fixture is its secret."""
    sign_in(client)
    prove(client)
    secret = secret_on(client.get("/tai-khoan/bao-mat/ung-dung/").content.decode())
    assert client.post("/tai-khoan/bao-mat/ung-dung/", {"code": code_of(secret)}).status_code == 302
    client.post("/dang-xuat/")
    return secret


def test_wrong_code_does_not_switch_the_app_on(client, cast, sign_in, prove):
    sign_in(client)
    prove(client)
    secret = secret_on(client.get("/tai-khoan/bao-mat/ung-dung/").content.decode())
    wrong = f"{(int(code_of(secret)) + 1) % 10**6:06d}"
    assert "Mã không đúng." in client.post("/tai-khoan/bao-mat/ung-dung/", {"code": wrong}).content.decode()
    assert Authenticator.objects.count() == 0


def test_switching_on_is_recorded_without_the_secret(
    client, cast, sign_in, prove, django_capture_on_commit_callbacks
):
    sign_in(client)
    prove(client)
    secret = secret_on(client.get("/tai-khoan/bao-mat/ung-dung/").content.decode())
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/tai-khoan/bao-mat/ung-dung/", {"code": code_of(secret)})
    kinds = list(Authenticator.objects.filter(user=cast.lan).order_by("type").values_list("type", flat=True))
    assert kinds == ["recovery_codes", "totp"]
    rows = list(Entry.objects.filter(action="person.change_second_factor").values_list("by_name", "data"))
    assert sorted(rows, key=str) == [
        ("Giàng Thị Lan", {"kind": "recovery_codes"}),
        ("Giàng Thị Lan", {"kind": "totp"}),
    ]


def test_password_alone_leads_to_the_second_step_only(client, secret, sign_in):
    assert sign_in(client, next="/thong-bao/").url.startswith("/dang-nhap/buoc-hai/")
    assert "_auth_user_id" not in client.session
    assert client.get("/tai-khoan/").url == "/dang-nhap/?next=/tai-khoan/"


def test_code_of_the_app_completes_the_sign_in(client, secret, sign_in, cast):
    sign_in(client, next="/thong-bao/")
    page = client.get("/dang-nhap/buoc-hai/").content.decode()
    assert "Bước hai: nhập mã" in page
    assert client.post("/dang-nhap/buoc-hai/", {"code": code_of(secret)}).url == "/thong-bao/"
    assert client.session["_auth_user_id"] == str(cast.lan.pk)


def test_wrong_code_does_not(client, secret, sign_in):
    sign_in(client)
    page = client.post("/dang-nhap/buoc-hai/", {"code": "000000"}).content.decode()
    assert "Mã không đúng." in page
    assert "_auth_user_id" not in client.session


def test_recovery_code_works_once(client, secret, sign_in, cast):
    code = Authenticator.objects.get(user=cast.lan, type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in(client)
    assert client.post("/dang-nhap/buoc-hai/", {"code": code}).status_code == 302
    client.post("/dang-xuat/")
    sign_in(client)
    assert client.post("/dang-nhap/buoc-hai/", {"code": code}).status_code == 200
    assert "_auth_user_id" not in client.session


def test_guessing_codes_is_stopped(client, secret, sign_in):
    sign_in(client)
    for _ in range(6):
        page = client.post("/dang-nhap/buoc-hai/", {"code": "000000"}).content.decode()
    assert "Sai quá nhiều lần" in page
    assert client.post("/dang-nhap/buoc-hai/", {"code": code_of(secret)}).status_code == 200


def test_switching_off_asks_who_one_is_and_then_password_is_enough(client, secret, sign_in, prove, cast):
    sign_in(client)
    client.post("/dang-nhap/buoc-hai/", {"code": code_of(secret)})
    asked = client.post("/tai-khoan/bao-mat/ung-dung/tat/")
    assert asked.url.startswith("/tai-khoan/xac-nhan-lai/")
    assert Authenticator.objects.filter(user=cast.lan, type="totp").count() == 1
    prove(client)
    client.post("/tai-khoan/bao-mat/ung-dung/tat/")
    assert Authenticator.objects.filter(user=cast.lan).count() == 0
    client.post("/dang-xuat/")
    assert sign_in(client).url == "/viec/"


def test_recovery_codes_are_shown_and_downloaded(client, secret, sign_in, prove, cast):
    codes = Authenticator.objects.get(user=cast.lan, type="recovery_codes").wrap().get_unused_codes()
    sign_in(client)
    client.post("/dang-nhap/buoc-hai/", {"code": code_of(secret)})
    prove(client)
    page = client.get("/tai-khoan/bao-mat/ma-khoi-phuc/").content.decode()
    assert re.findall(r"<code>(\d{8})</code>", page) == codes
    assert client.get("/tai-khoan/bao-mat/ma-khoi-phuc/tai-ve/").content.decode().split() == codes


SECOND_FACTOR_PAGES = [
    "/dang-nhap/",
    "/tai-khoan/bao-mat/",
    "/tai-khoan/bao-mat/ung-dung/",
    "/tai-khoan/bao-mat/khoa/",
    "/tai-khoan/bao-mat/khoa/them/",
]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", SECOND_FACTOR_PAGES)
def test_pages_keep_the_content_policy(cast, sign_in, prove, path, language):
    client = Client()
    if path != "/dang-nhap/":
        sign_in(client)
        prove(client)
    answer = client.get(language + path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "'unsafe" not in answer["Content-Security-Policy"]
    assert re.findall(r"<script(?![^>]* src=)(?![^>]*application/json)[^>]*>", page) == []
    assert re.findall(r"\s(?:style|on\w+)=", re.sub(r"content='[^']*'", "", page)) == []


def test_adding_a_key_offers_its_options_as_data(client, cast, sign_in, prove):
    sign_in(client)
    prove(client)
    page = client.get("/tai-khoan/bao-mat/khoa/them/").content.decode()
    options = json.loads(
        re.search(r'<script id="js_data" type="application/json">(.*?)</script>', page, re.S)[1]
    )
    assert options["creation_options"]["publicKey"]["rp"]["id"] == "testserver"
    assert options["creation_options"]["publicKey"]["user"]["name"] == "lan"


def test_sign_in_by_key_begins_with_a_challenge(client, db):
    answer = client.get("/dang-nhap/khoa/", HTTP_ACCEPT="application/json")
    assert answer.status_code == 200
    assert len(answer.json()["request_options"]["publicKey"]["challenge"]) > 20


FORGED = [
    {"id": "AAAA", "type": "public-key"},
    {},
    [],
    "x",
    7,
    {"id": "AAAA", "rawId": "AAAA", "response": {}},
]


@pytest.mark.parametrize("credential", FORGED)
def test_forged_key_does_not_sign_in(client, cast, credential):
    client.get("/dang-nhap/khoa/", HTTP_ACCEPT="application/json")
    answer = client.post("/dang-nhap/khoa/", {"credential": json.dumps(credential)}, follow=True)
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session
