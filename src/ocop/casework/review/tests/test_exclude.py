"""Loại sản phẩm, ghi nhận: grounds and findings of the set's sheet."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers.models import Dossier, Exclusion
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.tests.cast import Room, refused, worth
from ocop.kernel.law import load_regulations


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


def test_facts_of_the_sheet_only(room, at):
    item = room.item(room.scoring())
    known = {"value": True, "reason": "x", "at": at}
    assert refused(acts.record_fact, item, name="dossier_forged", by=room.thu, **known) == "unknown_fact"
    assert refused(acts.record_fact, item, name="anything", by=room.hoa, **known) == "not_keeper"


@pytest.mark.parametrize(
    ("code", "number", "doubt"),
    [("qd-26-2026", 7, None), ("qd-26-2026", 26, "26-2026-45"), ("qd-148-2023", 3, "148-2023-14"),
     ("qd-1048-2019", 26, "1048-2019-07")],
)  # fmt: skip
def test_the_council_may_always_find_forgery_by_the_line_or_by_a_reading(code, number, doubt):
    found = {one.name: one for one in findings(load_regulations()[code].set(number))}["dossier_forged"]
    assert (found.excludes, found.printed_at) == (True, None)
    clause = (
        ""
        if doubt is None
        else f"; phiếu của bộ này không in dòng đó, nên đây là cách hiểu của hệ thống ({doubt})"
    )
    assert found.label.vi == f"Bị loại nếu giả mạo hồ sơ{clause}"


def test_a_chair_with_a_conflict_decides_nothing_about_that_product(room, at):
    item = room.item(room.scoring(conflicts=[room.chair]))
    known = {"fact": "unacceptable_impurities", "reason": "x", "at": at}
    assert refused(acts.exclude_item, item, by=room.son, **known) == "own_interest"
    assert refused(acts.tally_item, item, by=room.son, at=at) == "own_interest"


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
