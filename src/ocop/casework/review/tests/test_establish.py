"""Lập hội đồng: who sets up a council, and its term."""

from __future__ import annotations

from datetime import timedelta

from ocop.casework.review import acts
from ocop.casework.review.models import Council, Seat
from ocop.casework.review.rules import Function
from ocop.casework.review.selectors import members_of
from ocop.casework.review.tests.cast import refused
from ocop.foundation.audit.models import Entry


def test_it_is_established_and_recorded(room):
    council = Council.objects.get()
    assert (council.established_by.number, council.team_by.number) == ("01-MH/QĐ-UBND", "02-MH/QĐ-UBND")
    assert Entry.objects.filter(action="council.establish").count() == 1
    assert [seat.function for seat in members_of(council, room.at)] == [
        "chair", "member", "member", "member", "secretary",
    ]  # fmt: skip


def test_strangers_set_up_nothing(room, at):
    for person in (room.hoa, room.scene.lan, room.scene.minh, room.cast.quang):
        assert refused(
            acts.establish_council, room.programme, name="X", established_by=room.council.established_by,
            team_by=room.council.team_by, starts_on=at.date(), by=person, at=at,
        ) == "not_council_office"  # fmt: skip
        assert refused(
            acts.seat_member, room.council, room.cast.quang, function=Function.MEMBER, by=person, at=at
        ) == "not_council_office"  # fmt: skip
        assert refused(acts.end_seat, room.chair, reason="x", by=person, at=at) == "not_council_office"
    assert Seat.objects.count() == 5


def test_a_term_must_not_end_before_it_begins(room, at):
    code = refused(room.make_council, name="Khác", ends_on=(at - timedelta(days=800)).date())
    assert code == "term_ends_before_start"
