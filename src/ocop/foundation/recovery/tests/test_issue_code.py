"""The operator hands out a code."""

from datetime import timedelta

import pytest
from django.test import Client

from ocop.foundation.accounts.models import Session
from ocop.foundation.accounts.tries import count
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.recovery.acts import issue_code
from ocop.foundation.recovery.models import ResetCode
from ocop.foundation.recovery.rules import LASTS, MOST_BY_ONE_OFFICER, MOST_FOR_ONE_PERSON
from ocop.foundation.recovery.tests.conftest import code_on
from ocop.foundation.refusals import Refused


def refused(*args, **kwargs):
    with pytest.raises(Refused) as caught:
        issue_code(*args, **kwargs, proof="known")
    return caught.value.refusal.code


def test_it_is_eight_digits_of_which_only_a_digest_is_kept(cast, operator, at):
    code = issue_code(cast.lan, proof="known", by=operator, at=at)
    row = ResetCode.objects.get()
    assert (len(code), code.isdecimal()) == (8, True)
    assert (row.person, row.issued_by, row.expires_at) == (cast.lan, operator, at + LASTS)
    assert code not in str(vars(row))


def test_it_ends_open_sign_ins_and_forgets_wrong_tries(client, cast, operator, at):
    client.force_login(cast.lan)
    for _ in range(6):
        count("lan", "203.0.113.9", at)
    issue_code(cast.lan, proof="known", by=operator, at=at)
    assert Session.objects.filter(person=cast.lan).count() == 0
    assert count("lan", "203.0.113.9", at)


def test_it_is_recorded_without_the_code_and_the_owner_is_told(cast, operator, at):
    code = issue_code(cast.lan, proof="identity_card", by=operator, at=at)
    entry = Entry.objects.get(action="person.issue_code")
    assert (entry.by, entry.object_id, entry.data) == (
        operator,
        str(cast.lan.pk),
        {"proof": "identity_card", "sessions_ended": 0},
    )
    message = Message.objects.get()
    assert (message.person, message.subject) == (cast.lan, "Nguyễn Bình đã cấp mã đặt lại mật khẩu của bạn")
    assert code not in message.body


def test_refused_for_oneself_for_a_closed_account_and_to_anybody_else(cast, operator, at):
    assert refused(operator, by=operator, at=at) == "self"
    assert refused(cast.lan, by=cast.quang, at=at) == "not_operator"
    cast.lan.is_active = False
    cast.lan.save()
    assert refused(cast.lan, by=operator, at=at) == "person_inactive"
    assert ResetCode.objects.count() == 0


def test_refused_too_often_for_one_person_in_a_day(cast, operator, at):
    for _ in range(MOST_FOR_ONE_PERSON):
        issue_code(cast.lan, proof="known", by=operator, at=at)
    assert refused(cast.lan, by=operator, at=at + timedelta(hours=23)) == "too_many_codes"
    issue_code(cast.minh, proof="known", by=operator, at=at)
    issue_code(cast.lan, proof="known", by=operator, at=at + timedelta(hours=24))


def test_refused_too_often_from_one_hand_in_a_day(cast, operator, at):
    for number in range(MOST_BY_ONE_OFFICER):
        issue_code(cast.person(f"nguoi-{number}", "Ai đó"), proof="known", by=operator, at=at)
    assert refused(cast.lan, by=operator, at=at) == "too_many_codes"


def test_the_page_asks_how_and_shows_the_code_once(client, cast, operator):
    client.force_login(operator)
    path = f"/nguoi-dung/{cast.lan.pk}/cap-ma/"
    assert "Cấp mã đặt lại mật khẩu" in client.get(f"/nguoi-dung/{cast.lan.pk}/").content.decode()
    assert client.post(path, {}).status_code == 422
    assert ResetCode.objects.count() == 0
    answer = client.post(path, {"proof": "known"})
    code = code_on(answer)
    assert (answer["Cache-Control"], "<svg" in answer.content.decode()) == ("private, no-store", True)
    assert code not in client.get(path).content.decode()
    assert Client().get("/quen-mat-khau/ma/", {"ten": "lan", "ma": code}).content.decode().count(code) == 1


def test_the_page_speaks_english(client, cast, operator):
    client.force_login(operator)
    page = client.post(f"/en/nguoi-dung/{cast.lan.pk}/cap-ma/", {"proof": "known"}).content.decode()
    assert "Password reset code" in page
