"""Mức chấm: whose choice is kept, and which."""

from __future__ import annotations

import pytest

from ocop.casework.review import acts
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import refused, worth
from ocop.foundation.refusals import Refused


def test_strangers_and_the_secretary_have_no_sheet(room, at):
    item = room.item(room.scoring())
    for person in (room.thu, room.phuc, room.scene.lan, room.cast.quang):
        assert (
            refused(acts.save_choice, item, criterion="1.1", choice=1, by=person, at=at)
            == "not_scoring_member"
        )
        assert refused(acts.seal_sheet, item, by=person, at=at) == "not_scoring_member"
    assert refused(acts.declare, {item: acts.Word(False)}, by=room.cast.quang, at=at) == "not_member"


def test_the_absent_do_not_score(room, at):
    item = room.item(room.scoring(absent=[room.members[0]]))
    assert refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "not_present"


def test_a_waiting_product_is_not_scored(room, at):
    meeting = room.opened()
    room.declared(meeting)
    item = room.item(meeting)
    assert (
        refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "item_not_scoring"
    )


@pytest.mark.parametrize(
    ("criterion", "choice", "code"),
    [
        ("99", 1, "unknown_criterion"), ("1.1", 9, "unknown_choice"), ("1.1", 0, "unknown_choice"),
        ("1.1", True, "unknown_choice"), ("1.1", "a.1", "unknown_choice"),
    ],
)  # fmt: skip
def test_what_the_rubric_does_not_have(room, at, criterion, choice, code):
    item = room.item(room.scoring())
    assert refused(acts.save_choice, item, criterion=criterion, choice=choice, by=room.hoa, at=at) == code


def test_a_member_who_left_the_council_scores_no_more(room, at, later):
    item = room.item(room.scoring())
    acts.end_seat(room.members[0], reason="Chuyển công tác", by=room.thu, at=at)
    assert (
        refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=later)
        == "not_scoring_member"
    )


def test_all_are_kept_in_one_version_beside_earlier_ones(room, at):
    item = room.item(room.scoring())
    choices = worth(item.dossier, 60)
    acts.save_choice(item, criterion="1.1", choice=2, by=room.hoa, at=at)
    given = {code: choice for code, choice in choices.items() if code != "1.1"}
    acts.save_choices(item, choices=given, by=room.hoa, at=at)
    sheet = ScoreSheet.objects.get(item=item, seat__person=room.hoa)
    assert (sheet.choices, sheet.version, sheet.saved_at) == ({**choices, "1.1": 2}, 2, at)


@pytest.mark.parametrize(
    ("wrong", "code"), [({"9.9": 1}, "unknown_criterion"), ({"1.1": 99}, "unknown_choice")]
)
def test_one_wrong_choice_keeps_none(room, at, wrong, code):
    item = room.item(room.scoring())
    with pytest.raises(Refused) as refused:
        acts.save_choices(item, choices={"1.2": 1, **wrong}, by=room.hoa, at=at)
    assert refused.value.refusal.code == code
    assert ScoreSheet.objects.filter(item=item).count() == 0


def test_a_sealed_sheet_and_a_stranger_are_refused(room, at):
    item = room.item(room.scoring())
    room.seal(item, room.hoa, worth(item.dossier, 60))
    for person, code in ((room.hoa, "conflict_sheet_sealed"), (room.thu, "not_scoring_member")):
        with pytest.raises(Refused) as refused:
            acts.save_choices(item, choices={"1.1": 1}, by=person, at=at)
        assert refused.value.refusal.code == code
