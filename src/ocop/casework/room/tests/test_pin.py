"""A member's PIN for one meeting: set after the password, it seals there what was made ready; few tries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ocop.casework.review.models import Meeting, ScoreSheet
from ocop.casework.review.tests.cast import refused, worth
from ocop.casework.room.acts import set_pin
from ocop.casework.room.models import MeetingPin
from ocop.casework.room.rules import MOST_WRONG, is_weak
from ocop.casework.room.selectors.proof import pin_of
from ocop.casework.room.tests.test_keeping import PASSWORD, READY, confirmed, hand_in, whole
from ocop.foundation.accounts.models import WrongTries
from ocop.foundation.accounts.rules import MOST_TRIES
from ocop.foundation.audit.models import Entry

PIN = "4829"


@pytest.fixture
def meeting(room: Any) -> Meeting:
    return room.scoring("Dứa sấy dẻo")


@pytest.fixture
def ready(room: Any, meeting: Meeting) -> dict[str, str]:
    """Hoa's whole sheet, stored, and as her machine has it marked as ready."""
    item = room.item(meeting)
    room.fill(item, room.hoa, worth(item.dossier, 60))
    return whole(item, ScoreSheet.objects.get(item=item).choices, ready_at=READY)


def given(client: Any, meeting: Meeting, pin: str) -> Any:
    return client.post(reverse("room:prove", args=[meeting.key]), {"pin": pin})


def proof() -> Any:
    return Entry.objects.filter(action__endswith=".seal").latest("sequence").data.get("proven_by")


def test_digits_that_everybody_tries_are_weak():
    assert [is_weak(pin) for pin in ("1111", "1234", "8765", "4829", "1212")] == [True] * 3 + [False] * 2


def test_it_is_set_after_the_password_and_hashed(client, room, meeting):
    room.hoa.set_password(PASSWORD)
    room.hoa.save()
    client.force_login(room.hoa)
    address = reverse("room:set_pin", args=[meeting.key])
    assert address in client.get(reverse("room:room", args=[meeting.key])).content.decode()
    assert client.post(address, {"password": "sai", "pin": PIN}).status_code == 422
    assert MeetingPin.objects.count() == 0
    assert client.post(address, {"password": PASSWORD, "pin": PIN}).status_code == 302
    stored = MeetingPin.objects.get()
    assert (stored.person, PIN in stored.pin, stored.pin.partition("$")[0]) == (
        room.hoa,
        False,
        room.hoa.password.partition("$")[0],
    )
    assert Entry.objects.get(action="room.set_pin").data == {"meeting": str(meeting.key)}


def test_who_sets_none(room, meeting, at):
    known = {"at": at, "by": room.hoa}
    codes = [
        refused(set_pin, meeting, pin=pin, **known) for pin in ("123", "123456789", "12a4", "٤٨٢٩", "4567")
    ]
    assert codes == ["pin_malformed"] * 4 + ["pin_weak"]
    assert refused(set_pin, meeting, pin=PIN, by=room.thu, at=at) == "not_scoring_member"
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled", opened_at=None)
    meeting.refresh_from_db()
    assert refused(set_pin, meeting, pin=PIN, **known) == "meeting_not_open"


def test_a_ready_sheet_is_sealed_by_it_and_the_record_says_so(client, room, meeting, ready, at):
    item = room.item(meeting)
    set_pin(meeting, pin=PIN, by=room.hoa, at=at)
    client.force_login(room.hoa)
    answer = hand_in(client, item, ready)
    prove = reverse("room:prove", args=[meeting.key])
    assert (answer.status_code, answer.json()["again"]) == (403, prove)
    assert reverse("account_reauthenticate") in client.get(prove).content.decode()
    assert given(client, meeting, "0000").status_code == 200
    assert hand_in(client, item, ready).status_code == 403
    assert given(client, meeting, PIN).status_code == 302
    assert "sealed" in hand_in(client, item, ready).json()
    assert proof() == "pin"


def test_the_password_does_too(client, room, meeting, ready, at):
    set_pin(meeting, pin=PIN, by=room.hoa, at=at)
    confirmed(client, room.hoa)
    assert "sealed" in hand_in(client, room.item(meeting), ready).json()
    assert proof() == "password"


def test_tries_are_limited_as_at_signing_in(client, room, meeting, ready, at):
    set_pin(meeting, pin=PIN, by=room.hoa, at=at)
    client.force_login(room.hoa)
    for _try in range(MOST_TRIES):
        assert "Mã PIN chưa đúng." in given(client, meeting, "0000").content.decode()
    locked = given(client, meeting, PIN)
    assert (locked.status_code, "Đã nhập sai nhiều lần" in locked.content.decode()) == (200, True)
    assert hand_in(client, room.item(meeting), ready).status_code == 403


def test_it_is_of_its_meeting_its_member_and_its_setting_alone(client, room, meeting, ready, at):
    item = room.item(meeting)
    set_pin(meeting, pin=PIN, by=room.hoa, at=at)
    client.force_login(room.hoa)
    given(client, meeting, PIN)
    set_pin(meeting, pin="73015", by=room.hoa, at=at + timedelta(seconds=1))
    assert hand_in(client, item, ready).status_code == 403  # what was given was another
    other = room.planned("Mận sấy", title="Phiên khác")
    assert pin_of(room.hoa, other) is None
    assert pin_of(room.members[1].person, meeting) is None
    for over in ("closed", "cancelled"):
        meeting.state = over
        assert pin_of(room.hoa, meeting) is None


def test_it_lives_through_few_wrong_tries_and_they_are_on_record(client, room, meeting, at):
    set_pin(meeting, pin=PIN, by=room.hoa, at=at - timedelta(days=1))
    client.force_login(room.hoa)
    for count in range(1, MOST_WRONG + 1):
        WrongTries.objects.all().delete()  # whoever guesses waits in between
        assert "Mã PIN chưa đúng." in given(client, meeting, "0000").content.decode()
        wrong = Entry.objects.filter(action="room.wrong_pin", by=room.hoa)
        assert [one.data for one in wrong] == [{"meeting": str(meeting.key)}] * count
    WrongTries.objects.all().delete()
    assert given(client, meeting, PIN).url.startswith(reverse("account_reauthenticate"))
    set_pin(meeting, pin=PIN, by=room.hoa, at=timezone.now())
    assert given(client, meeting, PIN).url == reverse("room:room", args=[meeting.key])


def test_a_new_password_ends_it(client, room, meeting, at):
    room.hoa.set_password(PASSWORD)
    room.hoa.save()
    client.force_login(room.hoa)
    set_pin(meeting, pin=PIN, by=room.hoa, at=at - timedelta(days=1))
    assert pin_of(room.hoa, meeting) is not None
    new = dict.fromkeys(("password1", "password2"), f"{PASSWORD}-moi")
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, **new})
    assert Entry.objects.filter(action="person.change_password").count() == 1
    assert pin_of(room.hoa, meeting) is None


def test_without_one_the_accounts_ask(client, room, meeting):
    client.force_login(room.hoa)
    answer = client.get(reverse("room:prove", args=[meeting.key]))
    assert answer.url.startswith(reverse("account_reauthenticate"))
