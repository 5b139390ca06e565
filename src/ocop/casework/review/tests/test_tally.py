"""Tổng hợp: from sealed sheets to a star; means, spread, conflicts, thresholds, minimums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules import Rounding
from ocop.casework.review.selectors import bench
from ocop.casework.review.tests.cast import Room, refused, with_minimums, worth


def _lower(dossier, choices, code, place=None):
    """The same sheet with one criterion lowered."""
    assert code in set_of(dossier).criteria
    return {**choices, code: place}


def test_the_last_seal_tallies(room, at):
    item = room.item(room.scoring())
    tallied = room.seal_totals(item, 60, 61, 62, 64)
    assert (tallied.state, tallied.total_exact, tallied.total, tallied.spread) == (
        "tallied", "247/4", Decimal("61.75"), Decimal("4"),
    )  # fmt: skip
    assert [row["total"] for row in tallied.result["members"]] == [60, 61, 62, 64]
    assert tallied.result["sheets"] == {str(s.seat_id): s.sha256 for s in ScoreSheet.objects.all()}


def test_it_waits_for_everybody(room, at):
    item = room.item(room.scoring())
    for seat in room.judges[:3]:
        room.seal(item, seat.person, worth(item.dossier, 60))
    assert AgendaItem.objects.get().state == "scoring"
    assert refused(acts.tally_item, item, by=room.thu, at=at) == "sheets_missing"
    assert refused(acts.tally_item, item, by=room.hoa, at=at) == "not_keeper"


def test_somebody_who_went_home_without_sealing_is_left_out(room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    for seat in room.judges[:3]:
        room.seal(item, seat.person, worth(item.dossier, 60))
    acts.record_attendance(meeting, {room.members[2]: (False, "về sớm")}, by=room.thu, at=at)
    assert acts.tally_item(item, by=room.thu, at=at).state == "tallied"


def test_a_conflict_leaves_quorum_and_mean(room, at):
    item = room.item(room.scoring(conflicts=[room.members[2]]))
    found = bench(item, at)
    assert (found.quorum.members, found.quorum.present, found.quorum.needed) == (3, 3, 3)
    for seat, total in zip(room.judges[:3], (60, 62, 64), strict=True):
        room.seal(item, seat.person, worth(item.dossier, total))
    assert AgendaItem.objects.get().total_exact == "62"


def test_too_few_judges_for_one_product(cast, at):
    room = Room(cast, at, quorum_least=4)
    item = room.item(room.scoring(conflicts=[room.members[2]]))
    for seat in room.judges[:3]:
        room.seal(item, seat.person, worth(item.dossier, 60))
    assert AgendaItem.objects.get().state == "scoring"
    assert refused(acts.tally_item, item, by=room.thu, at=at) == "item_quorum_not_met"


def test_exactly_at_the_limit_is_not_over(room, at):
    assert room.seal_totals(room.item(room.scoring()), 60, 65, 66, 70).state == "tallied"


def test_over_the_limit_nothing_is_decided(room, at):
    meeting = room.scoring()
    item = room.seal_totals(room.item(meeting), 60, 65, 66, 71)
    assert (item.state, item.spread, item.recommendation) == ("disputed", Decimal("11"), "")
    assert refused(acts.close_meeting, meeting, minutes_no="1-MH/BB", by=room.thu, at=at) == "item_unfinished"


@pytest.mark.parametrize(
    ("totals", "exact", "stars", "recommendation"),
    [
        ((70, 70, 70, 70), "70", 4, "recognise"),
        ((69, 70, 70, 70), "279/4", 3, "recognise"),
    ],
)
def test_seventy_is_four_stars_and_a_little_less_is_three(room, totals, exact, stars, recommendation):
    item = room.item(room.scoring())
    for seat, total in zip(room.judges, totals, strict=True):
        room.seal(item, seat.person, with_minimums(item.dossier, total))
    found = AgendaItem.objects.get()
    assert (found.total_exact, found.stars, found.recommendation, found.recommended_stars) == (
        exact, stars, recommendation, stars,
    )  # fmt: skip


def test_49_75_is_not_recommended(room):
    item = room.seal_totals(room.item(room.scoring()), 49, 50, 50, 50)
    assert (item.total_exact, item.stars, item.recommendation, item.recommended_stars) == (
        "199/4",
        2,
        "none",
        None,
    )


def test_rounding_before_the_band_only_where_the_rules_say_so(cast, at):
    room = Room(cast, at, rounding=Rounding.BEFORE_BAND, decimals=0)
    item = room.item(room.scoring())
    for seat, total in zip(room.judges, (69, 70, 70, 70), strict=True):
        room.seal(item, seat.person, with_minimums(item.dossier, total))
    found = AgendaItem.objects.get()
    assert (found.total_exact, found.stars) == ("279/4", 4)
