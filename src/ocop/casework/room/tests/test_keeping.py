"""What the room sends: a value at once, a whole sheet in time, unconfirmed, twice, other, late."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.urls import reverse

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import worth
from ocop.casework.room.invariants import INVARIANTS
from ocop.casework.room.models import LateSheet
from ocop.casework.room.rules import UnreadableSheetError, read_sheet, words_of
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message

PASSWORD, READY = "Nui-cao-ruong-bac-thang-26", "2026-11-23T08:00:00+07:00"


@pytest.fixture
def meeting(room):
    return room.scoring("Dứa sấy dẻo")


def send(client, item, code, **given):
    known = {"keep-field": next(iter(given)), "keep-operation": "device-a-1", "keep-base": "0"}
    url = reverse("room:keep", args=[item.key, code])
    return client.post(url, {**known, **given}, headers={"X-Requested-With": "keep"})


def whole(item, choices: Any, **given: Any) -> dict[str, str]:
    known = {"comments": {}, "general": "", "version": 1, "pass": 1, "ready_at": ""}
    return {"sheet": json.dumps({**known, "choices": words_of(set_of(item.dossier), choices), **given})}


def hand_in(client, item, sheet):
    return client.post(reverse("room:hand_in", args=[item.key]), sheet)


def confirmed(client, person):
    """The password is typed again on its page."""
    person.set_password(PASSWORD)
    person.save()
    client.force_login(person)
    answer = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert answer.status_code == 302


def test_a_choice_is_kept_and_told(client, room, meeting):
    item = room.item(meeting)
    client.force_login(room.hoa)
    said = send(client, item, "1.1", choice="2")
    assert said.json() == {"saved": said.json()["saved"], "base": "1", "value": ["2"]}
    assert ScoreSheet.objects.get(item=item).choices == {"1.1": 2}
    assert send(client, item, "1.1", comment="Chưa rõ nguồn").json()["value"] == ["Chưa rõ nguồn"]
    assert send(client, item, "chung", general_comment="Ngon").json()["value"] == ["Ngon"]


def test_two_machines_are_asked_with_both_values(client, room, meeting):
    item = room.item(meeting)
    client.force_login(room.hoa)
    send(client, item, "1.1", choice="2")
    other = {"choice": "1", "keep-operation": "device-b-1", "keep-base": "0", "keep-field": "choice"}
    answer = client.post(reverse("room:keep", args=[item.key, "1.1"]), other)
    conflict = answer.json()["conflict"]
    assert (answer.status_code, conflict["stored"]["value"], conflict["yours"]["value"]) == (
        409,
        ["2"],
        ["1"],
    )


def test_a_value_is_refused_in_words(client, room, meeting):
    item = room.item(meeting)
    client.force_login(room.hoa)
    assert send(client, item, "9.9", choice="1").status_code == 404
    assert send(client, item, "1.1", choice="77").status_code == 404
    client.force_login(room.thu)
    assert send(client, item, "1.1", choice="1").status_code == 403


def test_a_sheet_sealed_online_asks_no_password(client, room, meeting):
    item, choices = room.item(meeting), worth(room.item(meeting).dossier, 60)
    room.fill(item, room.hoa, choices)
    client.force_login(room.hoa)
    choices = ScoreSheet.objects.get(item=item).choices
    said = hand_in(client, item, whole(item, choices, general="Ngon")).json()
    sheet = ScoreSheet.objects.get(item=item)
    assert (said, sheet.is_sealed, sheet.general_comment) == ({"sealed": sheet.code}, True, "Ngon")
    assert hand_in(client, item, whole(item, choices)).json() == said  # its answer was lost


def test_a_ready_sheet_is_sealed_once_its_member_has_confirmed(client, room, meeting):
    item = room.item(meeting)
    room.fill(item, room.hoa, worth(item.dossier, 60))
    client.force_login(room.hoa)
    ready = whole(item, ScoreSheet.objects.get(item=item).choices, ready_at=READY)
    answer = hand_in(client, item, ready)
    assert (answer.status_code, "again" in answer.json()) == (403, True)
    assert not ScoreSheet.objects.get(item=item).is_sealed
    confirmed(client, room.hoa)
    assert hand_in(client, item, ready).json() == {"sealed": ScoreSheet.objects.get(item=item).code}


def test_what_is_stored_otherwise_is_reviewed_first(client, room, meeting):
    item = room.item(meeting)
    room.fill(item, room.hoa, worth(item.dossier, 60))
    client.force_login(room.hoa)
    choices = ScoreSheet.objects.get(item=item).choices
    assert hand_in(client, item, whole(item, {**choices, "1.1": None})).status_code == 409
    assert hand_in(client, item, whole(item, choices, version=0)).status_code == 409
    assert not ScoreSheet.objects.get(item=item).is_sealed


def test_a_sheet_that_comes_after_the_end_is_kept_once_and_shown_to_the_chair(client, room, meeting):
    item, away = room.item(meeting), room.members[0]
    choices = worth(item.dossier, 60)
    room.all_seal(item, choices, but=[away])
    acts.record_attendance(meeting, {away: (False, "mất mạng")}, by=room.thu, at=room.at)
    if room.item(meeting).state == "scoring":
        acts.tally_item(item, by=room.thu, at=room.at)
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=room.at)
    client.force_login(away.person)
    ready = whole(item, choices, ready_at=READY)
    said = hand_in(client, item, ready).json()
    late = LateSheet.objects.get()
    assert said == {"late": late.why, "code": late.code}
    assert "bế mạc" in late.why
    assert (late.seat, late.content["choices"]["1.1"]) == (away, choices["1.1"])
    assert hand_in(client, item, ready).json() == said
    assert LateSheet.objects.count() == 1
    assert Entry.objects.filter(action="room.late").count() == 1
    assert room.son in {one.person for one in Message.objects.filter(kind="room.late")}
    assert [fault for one in INVARIANTS for fault in one.faults()] == []
    client.force_login(room.son)
    page = client.get(reverse("room:late", args=[meeting.key]))
    assert "60 điểm" in " ".join(page.text.split())
    assert reverse("room:late", args=[meeting.key]) in client.get(meeting.get_absolute_url()).text
    client.force_login(away.person)
    assert client.get(reverse("room:late", args=[meeting.key])).status_code == 403


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"choices": {"1.1": "77"}}', "[" * 5000, "x" * 300_000])
def test_what_is_no_sheet_is_no_sheet(room, text):
    with pytest.raises(UnreadableSheetError):
        read_sheet(text, set_of(room.accepted()))
