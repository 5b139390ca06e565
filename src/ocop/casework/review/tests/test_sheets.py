"""Declaring, scoring and sealing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Declaration, ScoreSheet
from ocop.casework.review.rules import Relation
from ocop.casework.review.rules.content import sheet_hash
from ocop.casework.review.tests.cast import best, worth
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused


def _refused(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.refusal.code


def test_nothing_opens_before_the_declaration(room, at):
    meeting = room.opened()
    item = room.item(meeting)
    acts.open_item(item, by=room.thu, at=at)
    assert _refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "not_declared"
    acts.declare({item: acts.Word(False)}, by=room.hoa, at=at)
    assert acts.save_choice(item, criterion="1.1", choice=1, by=room.hoa, at=at).choices == {"1.1": 1}


def test_a_conflict_needs_its_relation(room, at):
    item = room.item(room.opened())
    assert _refused(acts.declare, {item: acts.Word(True)}, by=room.hoa, at=at) == "relation_missing"
    assert Declaration.objects.count() == 0


def test_strangers_and_the_secretary_have_no_sheet(room, at):
    item = room.item(room.scoring())
    for person in (room.thu, room.phuc, room.scene.lan, room.cast.quang):
        assert (
            _refused(acts.save_choice, item, criterion="1.1", choice=1, by=person, at=at)
            == "not_scoring_member"
        )
        assert _refused(acts.seal_sheet, item, by=person, at=at) == "not_scoring_member"
    assert _refused(acts.declare, {item: acts.Word(False)}, by=room.cast.quang, at=at) == "not_member"


def test_a_conflict_closes_the_sheet_that_was_begun(room, at):
    item = room.item(room.scoring())
    acts.save_choice(item, criterion="1.1", choice=1, by=room.hoa, at=at)
    acts.declare({item: acts.Word(True, Relation.RIVAL, "đối thủ")}, by=room.hoa, at=at)
    assert _refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "own_interest"
    assert _refused(acts.seal_sheet, item, by=room.hoa, at=at) == "own_interest"


def test_a_conflict_found_later_is_recorded_by_secretary_or_chair(room, at):
    item = room.item(room.scoring())
    seat = room.members[0]
    known = {"relation": Relation.FAMILY, "by": room.thu, "at": at}
    assert _refused(acts.record_conflict, item, seat, note=" ", **known) == "reason_missing"
    assert _refused(acts.record_conflict, item, seat, note="x", **{**known, "by": room.bao}) == "not_keeper"
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
    assert _refused(acts.declare, {item: word}, by=room.hoa, at=at) == "declaration_after_sealing"
    code = _refused(
        acts.record_conflict, item, room.members[0], relation=Relation.OTHER, note="x", by=room.thu, at=at
    )
    assert code == "declaration_after_sealing"


def test_the_absent_do_not_score(room, at):
    item = room.item(room.scoring(absent=[room.members[0]]))
    assert _refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "not_present"


def test_a_waiting_product_is_not_scored(room, at):
    meeting = room.opened()
    room.declared(meeting)
    item = room.item(meeting)
    assert (
        _refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "item_not_scoring"
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
    assert _refused(acts.save_choice, item, criterion=criterion, choice=choice, by=room.hoa, at=at) == code


def test_comments(room, at):
    item = room.item(room.scoring())
    acts.save_comment(item, criterion="1.1", text=" Rõ nguồn gốc ", by=room.hoa, at=at)
    acts.save_comment(item, text="Sản phẩm tốt", by=room.hoa, at=at)
    sheet = ScoreSheet.objects.get()
    assert (sheet.comments, sheet.general_comment, sheet.version) == (
        {"1.1": "Rõ nguồn gốc"},
        "Sản phẩm tốt",
        2,
    )
    assert (
        _refused(acts.save_comment, item, criterion="99", text="x", by=room.hoa, at=at) == "unknown_criterion"
    )


def test_sealing_needs_every_answer(room, at):
    item = room.item(room.scoring())
    acts.save_choice(item, criterion="1.1", choice=None, by=room.hoa, at=at)
    with pytest.raises(Refused) as refused:
        acts.seal_sheet(item, by=room.hoa, at=at)
    assert refused.value.refusal.code == "criteria_unanswered"
    assert "1.2" in str(refused.value)
    assert "1.1," not in str(refused.value)  # nothing reached is an answer


def test_sealing_once(room, at):
    item = room.item(room.scoring())
    sheet = room.seal(item, room.hoa, worth(item.dossier, 60))
    stored = ScoreSheet.objects.get()
    assert (stored.state, stored.sealed_at, stored.sha256) == ("sealed", at, sheet_hash(stored.content))
    assert stored.content["choices"] == stored.choices
    assert sheet.code == stored.code
    assert Entry.objects.get(action="scoresheet.seal").data["sha256"] == stored.sha256
    assert _refused(acts.seal_sheet, item, by=room.hoa, at=at) == "conflict_sheet_sealed"
    assert (
        _refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at)
        == "conflict_sheet_sealed"
    )
    assert _refused(acts.save_comment, item, text="x", by=room.hoa, at=at) == "conflict_sheet_sealed"
    assert ScoreSheet.objects.get().version == stored.version


def test_a_member_who_left_the_council_scores_no_more(room, at, later):
    item = room.item(room.scoring())
    acts.end_seat(room.members[0], reason="Chuyển công tác", by=room.thu, at=at)
    assert (
        _refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=later)
        == "not_scoring_member"
    )


@pytest.fixture
def _guarded(db):
    """The database's own guards, which the tests' database lives without."""
    guards.install(connection)
    yield
    guards.remove(connection)


@pytest.mark.usefixtures("_guarded")
@pytest.mark.parametrize(
    "tamper",
    [
        lambda rows: rows.update(choices={}),
        lambda rows: rows.update(sha256="0" * 64),
        lambda rows: rows.update(state="draft", sealed_at=None, content=None, sha256=""),
        lambda rows: rows._raw_delete(rows.db),
    ],
    ids=["choices", "hash", "unseal", "delete"],
)
def test_the_database_keeps_a_sealed_sheet(room, tamper):
    item = room.item(room.scoring())
    room.seal(item, room.hoa, worth(item.dossier, 60))
    room.fill(item, room.bao, worth(item.dossier, 61))
    before = ScoreSheet.objects.filter(state="sealed").values().get()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        tamper(ScoreSheet.objects.filter(state="sealed"))
    assert ScoreSheet.objects.filter(state="sealed").values().get() == before
    assert ScoreSheet.objects.filter(state="draft").update(general_comment="sửa được") == 1


@pytest.mark.usefixtures("_guarded")
def test_the_database_keeps_a_final_result(room, at):
    meeting = room.scoring()
    item = room.all_seal(room.item(meeting), worth(room.item(meeting).dossier, 60))
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at + timedelta(minutes=5))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(stars=5)
    assert AgendaItem.objects.get(pk=item.pk).stars == item.stars


def test_best_is_best(room):
    item = room.item(room.scoring())
    assert room.all_seal(item, best(item.dossier)).recommended_stars == 5
