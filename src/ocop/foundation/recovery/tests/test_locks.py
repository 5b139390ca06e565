"""The operator sees who is kept out after wrong passwords, and lifts it."""

import pytest
from django.utils import timezone

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.models import WrongTries
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.selectors import place
from ocop.foundation.recovery.acts import lift_lock
from ocop.foundation.refusals import Refused

HALL = "203.0.113.9"


def lock(login, at):
    for _ in range(5):
        tries.count(login, HALL, at)
    return WrongTries.objects.exclude(name="").latest("pk")


def refused(row, **kwargs):
    with pytest.raises(Refused) as caught:
        lift_lock(row, **kwargs)
    return caught.value.refusal.code


def test_lifted_it_counts_from_nothing(cast, operator, at):
    lift_lock(lock("lan", at), by=operator, at=at)
    assert tries.count("lan", HALL, at)


def test_it_is_recorded_on_the_account_and_the_owner_is_told(cast, operator, at):
    lift_lock(lock("lan", at), by=operator, at=at)
    entry = Entry.objects.get(action="person.lift_lock")
    assert (entry.object_type, entry.object_id) == ("accounts.person", str(cast.lan.pk))
    assert (entry.by, entry.data) == (operator, {"address": HALL, "count": 5})
    assert Message.objects.get().person == cast.lan


def test_one_of_no_account_is_recorded_too_and_nobody_is_told(cast, operator, at):
    lift_lock(lock("khong-co-ai", at), by=operator, at=at)
    assert Entry.objects.get(action="person.lift_lock").object_type == "accounts.wrongtries"
    assert Message.objects.count() == 0


def test_refused_to_others_elsewhere_and_where_it_is_over(cast, operator, at):
    row = lock("lan", at)
    assert refused(row, by=cast.minh, at=at) == "not_operator"
    assert refused(row, by=operator, at=at + tries.TRIES_LAST) == "conflict_not_locked"
    cast.appoint(cast.lan, Role.PROVINCE_OFFICER, place=place("04", "province", at.date()))
    assert refused(row, by=operator, at=at) == "outside_place"
    assert tries.locked(at).get() == row


def test_the_page_shows_and_lifts(client, cast, operator):
    row = lock("lan", timezone.now())
    lock("mat-khau-thu", timezone.now())
    client.force_login(operator)
    page = client.get("/dang-nhap-sai/").content.decode()
    shown = ["Giàng Thị Lan", "Tên đăng nhập không có thật", HALL]
    assert [words for words in shown if words not in page] == []
    assert "mat-khau-thu" not in page
    assert client.post(f"/dang-nhap-sai/{row.pk}/mo-khoa/").url == "/dang-nhap-sai/"
    page = client.get("/en/dang-nhap-sai/").content.decode()
    assert ("Giàng Thị Lan" in page, "Unlock" in page) == (False, True)


def test_the_page_asks_the_same_of_the_database_however_long_it_is(
    client, cast, operator, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(operator)
    lock("lan", timezone.now())
    with CaptureQueriesContext(connection) as one:
        client.get("/dang-nhap-sai/")
    for number in range(10):
        lock(cast.person(f"nguoi-{number}", "Ai đó").username, timezone.now())
    with django_assert_num_queries(len(one)):
        client.get("/dang-nhap-sai/")
