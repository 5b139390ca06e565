"""Who loaded the dossiers of a meeting, and when, is on record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocop.casework.review import acts
from ocop.casework.review.models import Meeting
from ocop.casework.review.tests.cast import refused
from ocop.casework.room.acts.note_load import note_load
from ocop.casework.room.models import PackLoad
from ocop.casework.room.selectors.loads import loads_of
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry


@pytest.fixture
def meeting(room):
    """Two products; the second member has a conflict about the first."""
    return room.scoring("Dứa sấy dẻo", "Mận sấy", conflicts=[room.members[1]])


def address(name, meeting):
    return reverse(f"room:{name}", args=[meeting.key])


def test_a_loading_is_on_record_with_what_there_was_to_load(client, room, meeting):
    for person in (room.hoa, room.members[1].person):
        client.force_login(person)
        assert client.post(address("load", meeting)).json() == {"loading": True}
    assert [(one.seat.person, one.at, one.products) for one in PackLoad.objects.all()] == [
        (room.hoa, room.at, 2),
        (room.members[1].person, room.at, 1),
    ]
    entries = Entry.objects.filter(action="room.load").order_by("pk")
    assert [(one.by, one.data["products"]) for one in entries] == [(room.hoa, 2), (room.members[1].person, 1)]


def test_looking_writes_nothing(client, room, meeting):
    client.force_login(room.hoa)
    for name in ("room", "contents", "state"):
        client.get(address(name, meeting))
    assert client.get(address("load", meeting)).status_code == 405
    assert not PackLoad.objects.exists()


def test_only_members_who_score_and_only_while_it_is_open(room, meeting):
    assert refused(note_load, meeting, by=room.thu, at=room.at) == "not_scoring_member"
    planned = acts.plan_meeting(
        room.council, title="Phiên sau", starts_at=room.at + timedelta(days=3), venue="Phòng 2", by=room.thu,
        at=room.at,
    )  # fmt: skip
    assert refused(note_load, planned, by=room.hoa, at=room.at) == "meeting_not_open"
    assert not PackLoad.objects.exists()


def test_the_secretary_and_the_chair_see_who_and_when(client, room, meeting):
    note_load(meeting, by=room.hoa, at=room.at)
    note_load(meeting, by=room.hoa, at=room.at + timedelta(minutes=40))
    assert [
        (one.seat.person, one.times, one.first_at, one.last_at, one.products) for one in loads_of(meeting)
    ] == [(room.hoa, 2, room.at, room.at + timedelta(minutes=40), 2)]
    for person, status in ((room.thu, 200), (room.son, 200), (room.hoa, 403)):
        client.force_login(person)
        answer = client.get(address("loads", meeting))
        assert (answer.status_code, "Lần đầu" in answer.text) == (status, status == 200)
        board = client.get(Meeting.objects.get(pk=meeting.pk).get_absolute_url())
        assert (address("loads", meeting) in board.text) is (status == 200)


def test_the_page_costs_the_same_for_one_member_and_for_all(client, room, meeting):
    client.force_login(room.thu)
    note_load(meeting, by=room.hoa, at=room.at)
    with CaptureQueriesContext(connection) as one:
        client.get(address("loads", meeting))
    for seat in room.judges:
        note_load(meeting, by=seat.person, at=room.at)
    with CaptureQueriesContext(connection) as all_:
        client.get(address("loads", meeting))
    assert len(one) == len(all_)


def test_the_database_keeps_it_as_it_is(room, meeting):
    load = note_load(meeting, by=room.hoa, at=room.at)
    guards.install(connection, ("room_packload",))
    with pytest.raises(DatabaseError), transaction.atomic():
        PackLoad.objects.filter(pk=load.pk).update(products=9)
    with pytest.raises(DatabaseError), transaction.atomic():
        PackLoad.objects.filter(pk=load.pk).delete()
