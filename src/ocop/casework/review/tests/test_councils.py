"""Setting up a council."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.review import acts
from ocop.casework.review.models import Council, Seat, WorkingRules
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.selectors import agencies_missing, members_of, rules_in_force
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused


def _refused(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.refusal.code


def test_it_is_established_and_recorded(room):
    council = Council.objects.get()
    assert (council.established_by.number, council.team_by.number) == ("01-MH/QĐ-UBND", "02-MH/QĐ-UBND")
    assert Entry.objects.filter(action="council.establish").count() == 1
    assert [seat.function for seat in members_of(council, room.at)] == [
        "chair", "member", "member", "member", "secretary",
    ]  # fmt: skip


def test_strangers_set_up_nothing(room, at):
    for person in (room.hoa, room.scene.lan, room.scene.minh, room.cast.quang):
        assert _refused(
            acts.establish_council, room.programme, name="X", established_by=room.council.established_by,
            team_by=room.council.team_by, starts_on=at.date(), by=person, at=at,
        ) == "not_council_office"  # fmt: skip
        assert _refused(
            acts.seat_member, room.council, room.cast.quang, function=Function.MEMBER, by=person, at=at
        ) == "not_council_office"  # fmt: skip
        assert _refused(acts.end_seat, room.chair, reason="x", by=person, at=at) == "not_council_office"
    assert Seat.objects.count() == 5


def test_a_term_must_not_end_before_it_begins(room, at):
    code = _refused(room.make_council, name="Khác", ends_on=(at - timedelta(days=800)).date())
    assert code == "term_ends_before_start"


@pytest.mark.parametrize(
    "numbers",
    [
        {"quorum_numerator": 0}, {"quorum_numerator": 5}, {"quorum_least": 0}, {"decimals": 5},
        {"spread_limit": -1},
    ],
)  # fmt: skip
def test_rules_that_cannot_be(room, at, numbers):
    assert _refused(room.make_rules, effective_on=at.date(), **numbers) == "rules_numbers"
    assert WorkingRules.objects.count() == 1


def test_rules_have_versions_by_day(room, at):
    assert _refused(room.make_rules) == "conflict_rules_day"
    tomorrow = room.make_rules(effective_on=(at + timedelta(days=1)).date(), spread_limit=5)
    assert rules_in_force(room.council, at) == room.rules
    assert rules_in_force(room.council, at + timedelta(days=1)) == tomorrow


def test_rules_are_not_backdated_behind_a_meeting(room, at):
    room.opened()
    assert _refused(room.make_rules, effective_on=at.date(), spread_limit=50) == "rules_backdated"


def test_seats(room, at):
    assert _refused(room.seat, room.hoa, Function.MEMBER) == "conflict_seat"
    assert _refused(room.seat, room.cast.quang, Function.CHAIR) == "conflict_chair"
    code = _refused(
        room.seat, room.cast.quang, Function.MEMBER, ends_at=room.cast.long_ago - timedelta(days=1)
    )
    assert code == "period_ends_before_start"


def test_a_seat_that_ended_lets_nobody_in_the_next_minute(room, at, later):
    assert _refused(acts.end_seat, room.members[0], reason=" ", by=room.thu, at=at) == "reason_missing"
    acts.end_seat(room.members[0], reason="Nghỉ hưu", by=room.thu, at=at)
    assert room.hoa not in [seat.person for seat in members_of(room.council, later)]
    assert (
        _refused(acts.end_seat, room.members[0], reason="Lại", by=room.thu, at=later) == "conflict_seat_ended"
    )
    room.seat(room.hoa, Function.MEMBER, starts_at=later)


def test_missing_departments_are_a_warning(room, at):
    assert agencies_missing(room.council, at) == [Agency.AGRICULTURE, Agency.SCIENCE, Agency.AGRICULTURE_UNIT]
