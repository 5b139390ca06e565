"""The commune's officer hands a code to somebody of one of its producers, in person."""

from datetime import timedelta

import pytest

from ocop.casework.review.models import Seat
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.selectors import place
from ocop.foundation.recovery import permissions as recovery
from ocop.foundation.recovery.acts import use_code
from ocop.foundation.recovery.models import ResetCode
from ocop.foundation.refusals import Refused
from ocop.registers.producers.acts import issue_code_to_own

PATH = "/chu-the-cua-toi/hop-tac-xa-ban-lau/nguoi-lam-thay/{}/cap-ma/"


@pytest.fixture
def lan_acts(htx):
    """Lan's right to act for her cooperative."""
    return htx.representations.get()


def refused(row, **kwargs):
    with pytest.raises(Refused) as caught:
        issue_code_to_own(row, **kwargs, proof="known")
    assert ResetCode.objects.count() == 0
    return caught.value.refusal.code


def test_it_sets_a_new_password_is_recorded_and_told(cast, minh, lan_acts, at):
    code = issue_code_to_own(lan_acts, proof="identity_card", by=minh, at=at)
    assert use_code(login="lan", code=code, password="lua-nep-khau-nhan", at=at) == cast.lan
    entry = Entry.objects.get(action="person.issue_code")
    assert (entry.by, entry.object_id, entry.data["proof"]) == (minh, str(cast.lan.pk), "identity_card")
    assert Message.objects.filter(person=cast.lan, kind="recovery.code_issued").count() == 1


def test_only_for_officers_of_its_own_commune(cast, minh, tuan, lan_acts, at):
    sen = cast.person("sen", "Hoàng Thị Sen")
    cast.appoint(sen, Role.COMMUNE_OFFICER, place=place("02647", "commune", at.date()), level="commune")
    for by in (cast.lan, cast.quang, tuan, sen):
        assert refused(lan_acts, by=by, at=at) == "not_commune_officer"


def test_never_for_who_works_in_an_office_now_or_soon(cast, minh, lan_acts, at):
    appointment = cast.appoint(
        cast.lan,
        Role.LEADER,
        level="commune",
        starts_at=at + timedelta(days=9),
        ends_at=at + timedelta(days=10),
    )
    assert refused(lan_acts, by=minh, at=at) == "has_duty"
    appointment.starts_at, appointment.ends_at = at - timedelta(days=2), at
    appointment.save()
    lan_acts.person.known = None
    issue_code_to_own(lan_acts, proof="known", by=minh, at=at)


def test_never_for_who_repairs_the_installation(cast, minh, lan_acts, at):
    cast.lan.is_superuser = True
    cast.lan.save()
    lan_acts.refresh_from_db()
    assert refused(lan_acts, by=minh, at=at) == "has_duty"


def test_councils_say_who_sits_on_them(cast, minh, lan_acts, at, monkeypatch):
    from ocop.casework.review import permissions as review

    assert review.holds_seat in recovery._duties
    seat = Seat(person=cast.lan, starts_at=at - timedelta(days=1), ends_at=None)
    cast.lan.known = {review.who.every_seat_of: [seat]}
    assert review.holds_seat(cast.lan, at)
    seat.ends_at = at
    assert not review.holds_seat(cast.lan, at)


def test_not_for_oneself_nor_after_the_right_has_ended(cast, minh, htx, lan_acts, at, later):
    own = htx.representations.create(person=minh, starts_at=at)
    assert refused(own, by=minh, at=at) == "self"
    lan_acts.ends_at = later
    lan_acts.save()
    assert refused(lan_acts, by=minh, at=later) == "not_acting"


def test_the_button_is_the_commune_officers_and_the_code_is_shown_once(client, cast, minh, tuan, lan_acts):
    people, path = "/chu-the-cua-toi/hop-tac-xa-ban-lau/nguoi-lam-thay/", PATH.format(lan_acts.pk)
    client.force_login(tuan)
    assert path not in client.get(people).content.decode()
    client.force_login(minh)
    assert path in client.get(people).content.decode()
    assert client.post(path, {"proof": ""}).status_code == 422
    page = client.post(path, {"proof": "known"}).content.decode()
    assert ("Mã đặt lại mật khẩu" in page, "<svg" in page, ">lan<" in page) == (True, True, True)
    assert ResetCode.objects.count() == 1


def test_a_stranger_does_not_learn_that_there_is_such_a_producer(client, cast, lan_acts):
    client.force_login(cast.quang)
    path = PATH.format(lan_acts.pk)
    assert [client.get(path).status_code, client.post(path, {"proof": "known"}).status_code] == [404, 404]
    assert ResetCode.objects.count() == 0
