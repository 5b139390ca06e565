"""Tổng hợp: from sealed sheets to a star; means, spread, conflicts, thresholds, minimums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ocop.casework.dossiers.models import Dossier, Exclusion
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules import MinimumRule, ResolutionKind, Rounding
from ocop.casework.review.selectors import bench, tally_of
from ocop.casework.review.tests.cast import Room, best, refused, worth


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


def _with_minimums(dossier, wanted):
    """A sheet of exactly `wanted` points that meets every minimum of the star: lowered from the best one."""
    from ocop.casework.review.tests.cast import _by_points, _points

    criteria = set_of(dossier).criteria
    sheet = best(dossier)
    counted = _counted(dossier)
    left = sum(_points(criteria[code], sheet[code]) for code in counted) - wanted
    for code in reversed(counted):
        criterion = criteria[code]
        for choice in _by_points(criterion):
            loss = _points(criterion, sheet[code]) - _points(criterion, choice)
            if 0 < loss <= left and _keeps(criterion, choice):
                sheet[code], left = choice, left - loss
                break
    assert left == 0, left
    return sheet


def _counted(dossier):
    from ocop.casework.review.tests.cast import _scorable

    scorable = _scorable(dossier)
    return [code for code in set_of(dossier).criteria if code in scorable]


def _keeps(criterion, choice):
    """Whether the choice is at or past the mark for 4 stars, or for 3 where there is none for 4."""
    marks = [o.place for o in criterion.options if o.min_for_stars in {3, 4}]
    return not criterion.min_for_stars and isinstance(choice, int) and choice >= max(marks, default=1)


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
        room.seal(item, seat.person, _with_minimums(item.dossier, total))
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
        room.seal(item, seat.person, _with_minimums(item.dossier, total))
    found = AgendaItem.objects.get()
    assert (found.total_exact, found.stars) == ("279/4", 4)


def test_a_settled_point_leaves_the_other_one_open(cast, at):
    room = Room(cast, at, minimum=MinimumRule.AGREED)
    item = room.item(room.scoring())
    for seat, total in zip(room.judges, (98, 98, 98, 80), strict=True):
        room.seal(item, seat.person, _with_minimums(item.dossier, total))
    item = AgendaItem.objects.get()
    tally = tally_of(item)
    assert tally.open_points == ["spread", "minimum"]
    known = {"text": "Đã thống nhất", "by": room.son, "at": at}
    acts.record_resolution(item, kind=ResolutionKind.SPREAD, **known)
    item = AgendaItem.objects.get()
    assert (item.state, tally_of(item).open_points, item.recommendation) == ("disputed", ["minimum"], "")
    agreed = {code: best(item.dossier)[code] for code in tally.to_agree}
    acts.record_resolution(item, kind=ResolutionKind.MINIMUM, agreed=agreed, **known)
    assert AgendaItem.objects.get().state == "tallied"


SENSES = ("6.1", "6.2", "6.3", "6.4")  # in set 16, 0 points on one of them end the evaluation


NO_POINTS = "Không xếp hạng, theo mục 6: Dừng đánh giá nếu 0 điểm ở một trong các tiêu chí của mục này"


@pytest.mark.parametrize(
    ("zeros", "state", "ends"),
    [
        (2, "tallied", ("evaluated", [])),
        (3, "excluded", ("excluded", [("rubric", NO_POINTS)])),
    ],
)
def test_zero_by_more_than_half_of_the_judges_excludes(cast, at, zeros, state, ends):
    room = Room(cast, at, set_number=16)
    meeting = room.scoring()
    item = room.item(meeting)
    full = worth(item.dossier, 60) | dict.fromkeys(SENSES, 2)
    for number, seat in enumerate(room.judges):
        room.seal(item, seat.person, {**full, "6.3": None} if number < zeros else full)
    found = AgendaItem.objects.get()
    assert (found.state, found.stars is None) == (state, state == "excluded")
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    dossier = Dossier.objects.get()
    grounds = [(one.ground, one.reason) for one in Exclusion.objects.all()]
    assert (dossier.state, grounds) == ends


def test_a_ground_excludes(room, at):
    item = room.item(room.scoring())
    known = {"fact": "unacceptable_impurities", "at": at}
    assert refused(acts.exclude_item, item, reason="x", by=room.thu, **known) == "not_chair"
    assert refused(acts.exclude_item, item, reason="", by=room.son, **known) == "reason_missing"
    assert refused(acts.exclude_item, item, fact="nothing", reason="x", by=room.son, at=at) == "unknown_fact"
    acts.exclude_item(item, reason="Có tóc trong mẫu", by=room.son, **known)
    assert AgendaItem.objects.get().state == "excluded"
    assert (
        refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "item_not_scoring"
    )
