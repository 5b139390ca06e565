"""Signing in and out, through the pages."""

import re
import unicodedata

import pytest
from django.contrib.auth.hashers import make_password
from django.core import mail
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ocop.foundation.accounts.acts import change_details, open_account
from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused


@pytest.fixture
def kien(cast):
    """The operator."""
    kien = cast.person("kien", "Lò Văn Kiên")
    cast.appoint(kien, Role.OPERATOR)
    return kien


WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."


@pytest.mark.parametrize("login", ["lan", "LAN", " lan ", "lan@vi-du.vn", "Lan@Vi-Du.vn"])
def test_name_or_email_signs_in(client, cast, sign_in, login):
    cast.lan.email = "lan@vi-du.vn"
    cast.lan.save()
    answer = sign_in(client, login)
    assert (answer.status_code, answer.url) == (302, "/viec/")
    assert client.session["_auth_user_id"] == str(cast.lan.pk)


@pytest.mark.parametrize("login", ["0912 345 678", "+84912345678", "0912.345.678"])
def test_phone_number_signs_in_however_it_is_written(client, db, sign_in, login):
    Person.objects.create_user("0912345678", "mat-khau-thu", full_name="Sùng A Páo")
    assert sign_in(client, login).status_code == 302


@pytest.mark.parametrize("login", ["0912 345 678", "+84912345678", "0912.345.678"])
def test_the_phone_of_an_account_signs_in_whatever_its_name(client, cast, sign_in, login):
    """A number that two have from before is nobody's, and says no more than a wrong name does."""
    Person.objects.filter(pk=cast.lan.pk).update(phone="0912345678")
    assert sign_in(client, login).status_code == 302
    assert client.session["_auth_user_id"] == str(cast.lan.pk)
    client.logout()
    Person.objects.filter(pk=cast.quang.pk).update(phone="0912345678")
    assert WRONG in sign_in(client, login).content.decode()


def test_a_phone_that_is_used_is_refused_everywhere(client, cast, kien, at):
    """At sign-up, in the operator's form, in one's own details, and by the acts behind them."""
    Person.objects.filter(pk=cast.lan.pk).update(phone="0912345678")
    said = "Số điện thoại này đã thuộc một tài khoản khác."
    new = {"full_name": "Vàng Thị Mỷ", "username": "0912 345 678", "password1": "mat-khau-rat-dai-1"}
    assert said in client.post("/dang-ky/", new).content.decode()
    client.force_login(kien)
    person = {
        "full_name": "Vàng Thị Mỷ",
        "username": "my",
        "phone": "0912.345.678",
        "email": "",
        "language": "vi",
    }
    assert said in client.post("/nguoi-dung/them/", person).content.decode()
    own = {"full_name": "Lò Văn Kiên", "phone": "+84 912 345 678", "language": "vi"}
    assert said in client.post("/tai-khoan/thong-tin/", own).content.decode()
    for name, phone in (("my", "0912345678"), ("0912345678", "")):
        with pytest.raises(Refused) as refused:
            open_account(username=name, full_name="Mỷ", phone=phone, by=kien, at=at)
        assert refused.value.refusal.code == "conflict_phone"
    with pytest.raises(Refused):
        change_details(person=kien, full_name="Kiên", phone="0912345678", language="vi", at=at)
    change_details(person=cast.lan, full_name="Lan", phone="0912345678", language="vi", at=at)  # the own one
    assert Person.objects.filter(phone="0912345678").count() == 1


@given(st.text("aăâđêôơưáàảãạ ￡①1", min_size=1, max_size=12))
def test_a_password_is_the_same_in_every_form_of_its_letters(text):
    """Set and typed composed, apart, or wide; and hashes from before any form still open."""
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    person = Person(username="lan")
    for typed in forms:
        person.set_password(typed)
        assert all(person.check_password(other) for other in forms)
        assert not person.check_password(text + "x")
    for old in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        person.password = make_password(old)
        assert person.check_password(unicodedata.normalize("NFC", text))
        assert person.check_password(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_password_set_one_way_signs_in_typed_the_other(client, cast, sign_in, form):
    cast.lan.set_password(unicodedata.normalize(form, "chè san tuyết cổ thụ"))
    cast.lan.save()
    for typed in ("NFC", "NFD"):
        assert sign_in(client, "lan", unicodedata.normalize(typed, "chè san tuyết cổ thụ")).status_code == 302
        client.logout()


def test_english_speakers_come_to_the_english_pages(client, cast, sign_in, settings):
    settings.LOGIN_REDIRECT_URL = "/thong-bao/"
    cast.lan.language = "en"
    cast.lan.save()
    assert sign_in(client).url == "/en/thong-bao/"


def test_wrong_password_and_unknown_name_say_the_same(client, cast, sign_in):
    answers = [sign_in(client, "lan", "sai-mat-khau"), sign_in(client, "khong-co-ai", "sai-mat-khau")]
    pages = [answer.content.decode() for answer in answers]
    assert [WRONG in page for page in pages] == [True, True]
    without_name = [page.replace('value="lan"', "").replace('value="khong-co-ai"', "") for page in pages]
    assert strip_tokens(without_name[0]) == strip_tokens(without_name[1])
    assert "_auth_user_id" not in client.session


def strip_tokens(page: str) -> str:
    return re.sub(r'value="\w{64}"', "", page)


def test_session_key_changes_at_sign_in(client, cast, sign_in):
    client.get("/dang-nhap/")
    session = client.session
    session["before"] = True
    session.save()
    client.cookies["ocop"] = session.session_key
    before = session.session_key
    sign_in(client)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_session_row_names_person_and_device(client, cast, sign_in):
    agent = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
    client.post("/dang-nhap/", {"login": "lan", "password": "mat-khau-thu"}, HTTP_USER_AGENT=agent)
    row = Session.objects.get(session_key=client.session.session_key)
    assert (row.person, row.device) == (cast.lan, "Chrome, Android")
    assert row.signed_in_at is not None


@pytest.mark.parametrize(
    "target", ["https://xau.vi-du.vn/", "//xau.vi-du.vn/", "javascript:alert(1)", "/\\xau.vi-du.vn"]
)
def test_strange_address_after_sign_in_is_not_followed(client, cast, sign_in, target):
    assert sign_in(client, next=target).url == "/viec/"


def test_own_address_after_sign_in_is_followed(client, cast, sign_in):
    assert sign_in(client, next="/thong-bao/?loc=tat-ca").url == "/thong-bao/?loc=tat-ca"


def test_sixth_failure_from_one_address_waits(client, cast, sign_in):
    for _ in range(5):
        sign_in(client, "lan", "sai")
    page = sign_in(client).content.decode()
    assert "Sai quá nhiều lần." in page
    assert "_auth_user_id" not in client.session


def test_failures_elsewhere_do_not_lock_out_the_person(client, cast, sign_in):
    for _ in range(8):
        client.post("/dang-nhap/", {"login": "lan", "password": "sai"}, REMOTE_ADDR="203.0.113.9")
    assert sign_in(client).status_code == 302


def test_deactivated_person_is_told_and_stays_out(client, cast, sign_in):
    cast.lan.is_active = False
    cast.lan.save()
    assert sign_in(client).url == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_sign_out_needs_a_post(client, cast, sign_in):
    sign_in(client)
    assert client.get("/dang-xuat/").status_code == 200
    assert "_auth_user_id" in client.session
    client.post("/dang-xuat/")
    assert "_auth_user_id" not in client.session
    assert Session.objects.filter(person=cast.lan).count() == 0


def sign_up(client, **changes):
    data = {
        "full_name": "Vàng Thị Mỷ",
        "username": "0987 654 321",
        "password1": "ngo-nep-tim-ban-lau",
        **changes,
    }
    return client.post("/dang-ky/", data)


def test_producer_signs_up_and_is_signed_in(client, db):
    answer = sign_up(client)
    assert answer.url == "/viec/"
    my = Person.objects.get(username="0987654321")
    assert (my.full_name, my.phone, my.email) == ("Vàng Thị Mỷ", "0987654321", "")
    assert client.session["_auth_user_id"] == str(my.pk)
    assert list(Entry.objects.values_list("action", "by_name")) == [("person.sign_up", "Vàng Thị Mỷ")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"full_name": ""}, "Hãy điền ô này."),
        ({"username": "a@b.vn"}, "Tên đăng nhập có từ 3 đến 60 ký tự"),
        ({"username": "Mỷ"}, "Tên đăng nhập có từ 3 đến 60 ký tự"),
        ({"username": "LAN"}, "Tên đăng nhập này đã có người dùng."),
        ({"password1": "ngan"}, "10"),
        ({"password1": "0987654321"}, "Mật khẩu"),
    ],
)
def test_sign_up_is_refused_in_words(client, cast, changes, words):
    page = sign_up(client, **changes).content.decode()
    assert words in page
    assert Person.objects.filter(full_name="Vàng Thị Mỷ").count() == 0


def test_sign_up_with_an_email_waits_for_its_confirmation(client, db):
    sign_up(client, email="my@vi-du.vn")
    assert Person.objects.get(username="0987654321").email == ""
    link = confirmation_link(mail.outbox[-1].body)
    client.post(link)
    assert Person.objects.get(username="0987654321").email == "my@vi-du.vn"


def confirmation_link(body: str) -> str:
    return re.search(r"http://testserver(/tai-khoan/xac-nhan-thu/\S+)", body)[1]


def test_sign_up_does_not_tell_whether_an_email_is_known(client, cast, django_user_model):
    cast.lan.email = "lan@vi-du.vn"
    cast.lan.save()
    known = sign_up(client, email="lan@vi-du.vn")
    client.logout()
    unknown = sign_up(client, username="nguoi-khac", email="moi@vi-du.vn")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    client.post(confirmation_link(mail.outbox[0].body))
    assert Person.objects.get(email="lan@vi-du.vn") == cast.lan
    assert Person.objects.get(username="0987654321").email == ""


def test_password_reset_says_the_same_for_known_and_unknown(client, cast):
    cast.lan.email = "lan@vi-du.vn"
    cast.lan.save()
    answers = [
        client.post("/quen-mat-khau/", {"email": email}) for email in ("lan@vi-du.vn", "ai-do@vi-du.vn")
    ]
    assert [answer.url for answer in answers] == [reverse("account_reset_password_done")] * 2


def test_password_reset_by_mail_ends_every_session(client, cast, sign_in, client_elsewhere):
    cast.lan.email = "lan@vi-du.vn"
    cast.lan.save()
    sign_in(client_elsewhere)
    client.post("/quen-mat-khau/", {"email": "lan@vi-du.vn"})
    link = re.search(r"http://testserver(/quen-mat-khau/\S+)", mail.outbox[-1].body)[1]
    form = client.get(link).url
    new = {"password1": "lua-nep-khau-nhan", "password2": "lua-nep-khau-nhan"}
    client.get(form)
    assert client.post(form, new).url == reverse("account_reset_password_from_key_done")
    assert client_elsewhere.get("/tai-khoan/").status_code == 302
    assert sign_in(client, "lan", "lua-nep-khau-nhan").status_code == 302
    assert client.get(link, follow=True).context["token_fail"]


def test_mail_to_a_reader_of_english_is_english_and_leads_to_english_pages(client, cast):
    cast.lan.email, cast.lan.language = "lan@vi-du.vn", "en"
    cast.lan.save()
    client.post("/quen-mat-khau/", {"email": "lan@vi-du.vn"})
    sent = mail.outbox[-1]
    assert sent.subject == "[OCOP] Set a new password"
    assert "You or somebody else asked for a new password for your account." in sent.body
    assert "http://testserver/en/quen-mat-khau/" in sent.body
    assert "Hello from" not in sent.body
    link = re.search(r"http://testserver(/en/quen-mat-khau/\S+)", sent.body)[1]
    assert "New password" in client.get(link, follow=True).content.decode()


def test_password_change_signs_out_elsewhere_but_not_here(client, cast, sign_in, client_elsewhere):
    sign_in(client)
    sign_in(client_elsewhere)
    new = {"oldpassword": "mat-khau-thu", "password1": "lua-nep-khau-nhan", "password2": "lua-nep-khau-nhan"}
    assert client.post("/tai-khoan/mat-khau/", new).url == "/tai-khoan/"
    assert client.get("/tai-khoan/").status_code == 200
    assert client_elsewhere.get("/tai-khoan/").status_code == 302
    assert Session.objects.filter(person=cast.lan).count() == 1


@pytest.fixture
def client_elsewhere():
    return Client()
