"""Several choices kept in one go."""

from __future__ import annotations

import pytest

from ocop.casework.review import acts
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import worth
from ocop.foundation.refusals import Refused


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
