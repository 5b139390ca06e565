"""Chốt phiếu: once, whole, and for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules.content import sheet_hash
from ocop.casework.review.tests.cast import best, refused, worth
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused


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
    assert refused(acts.seal_sheet, item, by=room.hoa, at=at) == "conflict_sheet_sealed"
    assert (
        refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at)
        == "conflict_sheet_sealed"
    )
    assert refused(acts.save_comment, item, text="x", by=room.hoa, at=at) == "conflict_sheet_sealed"
    assert ScoreSheet.objects.get().version == stored.version


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
