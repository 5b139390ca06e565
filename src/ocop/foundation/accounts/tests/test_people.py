"""Accounts: opened, corrected, closed, opened again."""

import pytest
from django.test import Client

from ocop.foundation.accounts.acts import (
    change_details,
    deactivate,
    end_other_sessions,
    issue_password_link,
    open_account,
    reactivate,
)
from ocop.foundation.accounts.models import Appointment, Office, Person, Session
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refused


def refused(act) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.refusal.code


@pytest.fixture
def signed_in(cast, sign_in):
    """A browser in which Lan is signed in."""
    browser = Client()
    sign_in(browser)
    return browser


def test_operator_opens_an_account_without_a_password(cast, at, operator):
    person = open_account(username="0987 654 321", full_name="Vàng Seo Chứ", by=operator, at=at)
    assert (person.username, person.has_usable_password(), person.created_at) == ("0987654321", False, at)
    assert list(Entry.objects.values_list("action", "by_name")) == [("person.open_account", "Nguyễn Bình")]


def test_opening_an_account_is_refused(cast, at, operator):
    cast.lan.email = "lan@vi-du.vn"
    cast.lan.save()
    facts = {"full_name": "Ai đó", "at": at}
    assert refused(lambda: open_account(username="moi", by=cast.minh, **facts)) == "not_operator"
    assert refused(lambda: open_account(username="LAN", by=operator, **facts)) == "conflict_username"
    taken = {"username": "moi", "email": "Lan@vi-du.vn"}
    assert refused(lambda: open_account(**taken, by=operator, **facts)) == "conflict_email"


def test_closing_an_account_ends_its_sessions_at_once(cast, at, operator, signed_in):
    assert signed_in.get("/tai-khoan/").status_code == 200
    deactivate(person=cast.lan, by=operator, at=at, reason="Nghỉ việc")
    assert signed_in.get("/tai-khoan/").url == "/dang-nhap/?next=/tai-khoan/"
    assert Session.objects.filter(person=cast.lan).count() == 0
    entry = Entry.objects.get(action="person.deactivate")
    assert (entry.reason, entry.data) == ("Nghỉ việc", {"sessions_ended": 1})


def test_a_closed_account_is_out_even_where_its_session_row_survives(cast, signed_in):
    Person.objects.filter(pk=cast.lan.pk).update(is_active=False)
    assert signed_in.get("/tai-khoan/").status_code == 302


def test_closing_is_refused(cast, at, operator):
    facts = {"at": at, "reason": "Nghỉ việc"}
    far = Place.objects.existing_on(at.date()).filter(level="commune").exclude(parent=cast.province).first()
    office = Office.objects.create(level="commune", body="people_committee", place=far, name="UBND xã xa")
    Appointment.objects.create(person=cast.hoa, office=office, role=Role.LEADER, starts_at=cast.long_ago)
    Person.objects.filter(pk=cast.quang.pk).update(is_superuser=True)
    assert refused(lambda: deactivate(person=cast.lan, by=cast.minh, **facts)) == "not_operator"
    assert refused(lambda: deactivate(person=operator, by=operator, **facts)) == "self"
    assert refused(lambda: deactivate(person=cast.hoa, by=operator, **facts)) == "outside_place"
    assert refused(lambda: deactivate(person=cast.quang, by=operator, **facts)) == "is_repairer"
    assert refused(lambda: deactivate(person=cast.lan, by=operator, at=at, reason="")) == "reason_missing"
    deactivate(person=cast.lan, by=operator, **facts)
    assert refused(lambda: deactivate(person=cast.lan, by=operator, **facts)) == "conflict_inactive"


def test_opening_again(cast, at, operator, sign_in, client):
    assert refused(lambda: reactivate(person=cast.lan, by=operator, at=at)) == "conflict_active"
    deactivate(person=cast.lan, by=operator, at=at, reason="Nhầm")
    assert refused(lambda: reactivate(person=cast.lan, by=cast.minh, at=at)) == "not_operator"
    reactivate(person=cast.lan, by=operator, at=at, reason="Đã nhầm")
    assert sign_in(client).url == "/viec/"


def test_details_are_changed_and_the_record_names_the_fields_only(cast, at):
    change_details(person=cast.lan, full_name="Giàng Thị Lan", phone="+84 912 345 678", language="en", at=at)
    lan = Person.objects.get(pk=cast.lan.pk)
    assert (lan.phone, lan.language) == ("0912345678", "en")
    assert lan.search_text == "giang thi lan gìang thị 0912345678 345678 5678 678"
    assert list(Entry.objects.values_list("data", flat=True)) == [{"fields": ["language", "phone"]}]


def test_nothing_changed_is_nothing_recorded(cast, at):
    change_details(person=cast.lan, full_name="Giàng Thị Lan", phone="", language="vi", at=at)
    assert Entry.objects.count() == 0


def test_password_link_lets_the_person_in_once(cast, at, operator, client, sign_in):
    person = open_account(username="seo.chu", full_name="Vàng Seo Chứ", by=operator, at=at)
    link = issue_password_link(person=person, by=operator, at=at, reason="Tài khoản mới")
    form = client.get(link).url
    client.post(form, {"password1": "lua-nep-khau-nhan", "password2": "lua-nep-khau-nhan"})
    assert sign_in(client, "seo.chu", "lua-nep-khau-nhan").url == "/viec/"
    assert Client().get(link).context["token_fail"] is True
    assert Entry.objects.get(action="person.issue_password_link").reason == "Tài khoản mới"
    assert link.split("-", 1)[1] not in str(list(Entry.objects.values()))


def test_password_link_is_refused(cast, at, operator):
    facts = {"at": at, "reason": "Quên mật khẩu"}
    assert refused(lambda: issue_password_link(person=cast.lan, by=cast.minh, **facts)) == "not_operator"
    assert refused(lambda: issue_password_link(person=operator, by=operator, **facts)) == "self"
    assert (
        refused(lambda: issue_password_link(person=cast.lan, by=operator, at=at, reason=""))
        == "reason_missing"
    )
    cast.lan.is_active = False
    assert refused(lambda: issue_password_link(person=cast.lan, by=operator, **facts)) == "person_inactive"


def test_other_sessions_end_and_this_one_stays(cast, at, signed_in, sign_in):
    elsewhere = Client()
    sign_in(elsewhere)
    assert end_other_sessions(person=cast.lan, keep=signed_in.session.session_key, at=at) == 1
    assert [browser.get("/tai-khoan/").status_code for browser in (signed_in, elsewhere)] == [200, 302]
