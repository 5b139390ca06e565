"""Khai báo xung đột lợi ích: before anything opens, and later."""

from __future__ import annotations

from ocop.casework.review import acts
from ocop.casework.review.models import Declaration
from ocop.casework.review.rules import Relation
from ocop.casework.review.tests.cast import refused, worth


def test_nothing_opens_before_the_declaration(room, at):
    meeting = room.opened()
    item = room.item(meeting)
    acts.open_item(item, by=room.thu, at=at)
    assert refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "not_declared"
    acts.declare({item: acts.Word(False)}, by=room.hoa, at=at)
    assert acts.save_choice(item, criterion="1.1", choice=1, by=room.hoa, at=at).choices == {"1.1": 1}


def test_a_conflict_needs_its_relation(room, at):
    item = room.item(room.opened())
    assert refused(acts.declare, {item: acts.Word(True)}, by=room.hoa, at=at) == "relation_missing"
    assert Declaration.objects.count() == 0


def test_a_conflict_closes_the_sheet_that_was_begun(room, at):
    item = room.item(room.scoring())
    acts.save_choice(item, criterion="1.1", choice=1, by=room.hoa, at=at)
    acts.declare({item: acts.Word(True, Relation.RIVAL, "đối thủ")}, by=room.hoa, at=at)
    assert refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "own_interest"
    assert refused(acts.seal_sheet, item, by=room.hoa, at=at) == "own_interest"


def test_a_conflict_found_later_is_recorded_by_secretary_or_chair(room, at):
    item = room.item(room.scoring())
    seat = room.members[0]
    known = {"relation": Relation.FAMILY, "by": room.thu, "at": at}
    assert refused(acts.record_conflict, item, seat, note=" ", **known) == "reason_missing"
    assert refused(acts.record_conflict, item, seat, note="x", **{**known, "by": room.bao}) == "not_keeper"
    acts.record_conflict(item, seat, note="Em ruột của giám đốc", **known)
    found = Declaration.objects.get(seat=seat)
    assert (found.has_conflict, found.relation, found.note, found.by) == (
        True,
        "family",
        "Em ruột của giám đốc",
        room.thu,
    )


def test_a_declaration_stands_once_sealed(room, at):
    item = room.item(room.scoring())
    room.seal(item, room.hoa, worth(item.dossier, 60))
    word = acts.Word(True, Relation.OTHER)
    assert refused(acts.declare, {item: word}, by=room.hoa, at=at) == "declaration_after_sealing"
