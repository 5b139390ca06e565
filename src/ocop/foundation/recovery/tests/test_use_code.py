"""Whoever has a code sets a new password, once, within half an hour."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ocop.foundation.accounts.models import Session, WrongTries
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.recovery.acts import issue_code, use_code
from ocop.foundation.recovery.models import ResetCode
from ocop.foundation.recovery.rules import LASTS, MOST_WRONG
from ocop.foundation.recovery.tests.conftest import NEW, use

WRONG = "Tên đăng nhập và mã không khớp"


@pytest.fixture
def code(cast, operator, at):
    """A code of Lan's."""
    return issue_code(cast.lan, proof="known", by=operator, at=at)


@pytest.fixture
def fresh(cast, operator):
    """A code of Lan's, of this very moment."""
    return issue_code(cast.lan, proof="known", by=operator, at=timezone.now())


def try_code(code, at, login="lan", password=NEW):
    return use_code(login=login, code=code, password=password, at=at)


def other(code):
    return f"{(int(code) + 1) % 10**8:08d}"


def test_the_password_is_new_and_the_old_one_gone(cast, code, at):
    assert try_code(code, at + LASTS - timedelta(seconds=1)) == cast.lan
    cast.lan.refresh_from_db()
    assert (cast.lan.check_password(NEW), cast.lan.check_password("mat-khau-thu")) == (True, False)


def test_it_works_once(code, at):
    try_code(code, at)
    assert try_code(code, at) is None


def test_it_lasts_half_an_hour(cast, code, at):
    assert try_code(code, at + LASTS) is None
    cast.lan.refresh_from_db()
    assert cast.lan.check_password("mat-khau-thu")


def test_only_the_latest_works(cast, operator, code, at, later):
    second = issue_code(cast.lan, proof="known", by=operator, at=later)
    assert try_code(code, later) is None
    assert try_code(second, later) == cast.lan


def test_it_is_of_one_person_only(cast, code, at):
    assert try_code(code, at, login="minh") is None
    assert try_code(code, at, login="khong-co-ai") is None


def test_not_for_an_account_closed_meanwhile(cast, code, at):
    cast.lan.is_active = False
    cast.lan.save()
    assert try_code(code, at) is None


def test_after_too_many_guesses_from_everywhere_the_right_one_is_worth_nothing(code, at):
    for _ in range(MOST_WRONG):
        assert try_code(other(code), at) is None
    assert ResetCode.objects.get().wrong == MOST_WRONG
    assert try_code(code, at) is None


def test_open_sign_ins_end_and_it_is_recorded_and_told(client, cast, code, at):
    client.force_login(cast.lan)
    try_code(code, at)
    assert Session.objects.filter(person=cast.lan).count() == 0
    entry = Entry.objects.get(action="person.use_code")
    assert (entry.by, entry.data) == (cast.lan, {"sessions_ended": 1})
    kinds = Message.objects.filter(person=cast.lan).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["recovery.code_issued", "recovery.code_used"]


def test_a_password_like_the_name_leaves_the_code_good(cast, code, at):
    with pytest.raises(ValidationError):
        try_code(code, at, password="Giàng Thị Lan")
    assert try_code(code, at) == cast.lan


def test_the_page_leads_from_sign_in_to_sign_in(client, cast, fresh):
    assert 'href="/quen-mat-khau/ma/"' in client.get("/dang-nhap/").content.decode()
    answer = use(client, " LAN ", f"{fresh[:4]}-{fresh[4:]}")
    assert answer.url == "/dang-nhap/"
    assert "Đã đặt mật khẩu mới." in client.get(answer.url).content.decode()
    assert "_auth_user_id" not in client.session
    assert client.post("/dang-nhap/", {"login": "lan", "password": NEW}).url == "/viec/"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": "1234567"}, "Mã có 8 chữ số."),
        ({"again": "khac-han-mat-khau"}, "Hai lần nhập mật khẩu không giống nhau."),
        ({"password": "ngan"}, "10"),
        ({"login": "minh"}, WRONG),
        ({"login": "khong-co-ai"}, WRONG),
    ],
)
def test_the_page_refuses_in_words_and_keeps_what_was_typed(client, cast, fresh, changes, words):
    given = {"login": "lan", "code": fresh, **changes}
    answer = use(client, **given)
    page = answer.content.decode()
    assert (answer.status_code, words in page, f'value="{given["code"]}"' in page) == (422, True, True)
    assert ResetCode.objects.get().used_at is None


def test_guesses_of_one_address_are_limited_with_those_of_passwords(client, cast, fresh):
    for _ in range(3):
        client.post("/dang-nhap/", {"login": "lan", "password": "sai"})
    for _ in range(2):
        assert WRONG in use(client, "lan", other(fresh)).content.decode()
    assert "Sai quá nhiều lần." in use(client, "lan", fresh).content.decode()
    assert ResetCode.objects.get().used_at is None


def test_a_right_code_with_a_bad_password_is_no_guess(client, cast, fresh):
    assert use(client, "lan", fresh, password="Giàng Thị Lan").status_code == 422
    assert [row.count for row in WrongTries.objects.filter(name="lan")] == [0]


def test_the_second_step_stays(client, cast, fresh):
    from allauth.mfa.totp.internal import auth as totp

    totp.TOTP.activate(cast.lan, totp.generate_totp_secret())
    use(client, "lan", fresh)
    answer = client.post("/dang-nhap/", {"login": "lan", "password": NEW})
    assert answer.url.startswith("/dang-nhap/buoc-hai/")
