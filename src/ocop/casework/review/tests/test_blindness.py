"""Who sees what, when: no member reaches another's sheet or a total;
a conflict closes everything (T-04, T-05).
"""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from ocop.casework.dossiers import permissions as dossier_permissions
from ocop.casework.review import acts, permissions
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.selectors import board, tasks, waiting
from ocop.casework.review.tests.cast import worth
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.tests.printed import make_papers
from ocop.foundation.ui.waiting import gather


@pytest.fixture(autouse=True)
def _now(monkeypatch, at):
    """Pages happen at the moment of the tests."""
    from django.utils import timezone

    monkeypatch.setattr(timezone, "now", lambda: at)


def _get(client, person, name, *args):
    client.force_login(person)
    return client.get(reverse(f"review:{name}", args=args))


def _says_77(page):
    """Whether the number stands in the page by itself, not inside a key or a token."""
    return re.search(r"\b77\b", page.content.decode()) is not None


def _pages(item):
    return [
        ("sheet", item.key), ("criterion", item.key, "1.1"), ("seal", item.key), ("tally", item.key),
    ]  # fmt: skip


def test_a_conflict_closes_every_door(client, room, at):
    meeting = room.scoring(conflicts=[room.members[0]])
    item = room.item(meeting)
    for name, *args in _pages(item):
        assert _get(client, room.hoa, name, *args).status_code == 403, name
    assert dossier_permissions.refuse_read(who_is(room.hoa, at), item.dossier).code == "not_reader"
    for stored in StoredFile.objects.filter(owner="dossiers.evidence"):
        assert access.refuse_read(room.hoa, stored, at) is not None
    room.all_seal(item, worth(item.dossier, 60), but=[room.members[0]])
    for name, *args in _pages(item):
        assert _get(client, room.hoa, name, *args).status_code == 403, name
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    page = _get(client, room.hoa, "meeting", meeting.key).content.decode()
    assert "Không hiện với bạn" in page
    assert ">60<" not in page
    make_papers(at)
    meeting.refresh_from_db()
    assert access.refuse_read(room.hoa, meeting.minutes, at).code == "own_interest_minutes"
    assert access.refuse_read(room.bao, meeting.minutes, at) is None
    assert access.refuse_read(room.cast.quang, meeting.minutes, at).code == "not_reader"


def test_a_conflict_bars_an_office_too(room, at):
    """A member who is an officer of the province besides."""
    room.cast.appoint(room.hoa, "province_officer")
    meeting = room.opened()
    item = room.item(meeting)
    assert (
        dossier_permissions.refuse_read(who_is(room.hoa, at), item.dossier).code == "not_reader"
    )  # not declared yet
    acts.declare({item: acts.Word(False)}, by=room.hoa, at=at)
    assert dossier_permissions.refuse_read(who_is(room.hoa, at), item.dossier) is None
    from ocop.casework.review.rules import Relation

    acts.declare({item: acts.Word(True, Relation.RIVAL)}, by=room.hoa, at=at)
    assert dossier_permissions.refuse_read(who_is(room.hoa, at), item.dossier).code == "not_reader"


def test_members_read_the_dossier_only_while_the_meeting_is_open(room, at):
    meeting = room.planned()
    item = room.item(meeting)
    acts.declare({item: acts.Word(False)}, by=room.hoa, at=at)
    assert dossier_permissions.refuse_read(who_is(room.hoa, at), item.dossier).code == "not_reader"
    room.attend(meeting)
    acts.open_meeting(meeting, by=room.thu, at=at)
    assert dossier_permissions.refuse_read(who_is(room.hoa, at), item.dossier) is None
    assert (
        dossier_permissions.refuse_read(who_is(room.bao, at), item.dossier).code == "not_reader"
    )  # has not declared
    assert dossier_permissions.refuse_read(who_is(room.cast.quang, at), item.dossier).code == "not_reader"
    files = StoredFile.objects.filter(owner="dossiers.evidence")
    assert [access.refuse_read(room.hoa, file, at) for file in files] == [
        None, None,
    ]  # fmt: skip


def test_no_total_before_all_have_sealed(client, room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    room.seal(item, room.hoa, worth(item.dossier, 77))
    for person in (room.thu, room.son, room.bao, room.hoa):
        assert permissions.refuse_see_tally(who_is(person, at), item).code == "not_all_sealed"
        page = _get(client, person, "tally", item.key)
        assert (page.status_code, _says_77(page)) == (200, False)
        assert not _says_77(_get(client, person, "meeting", meeting.key))
    assert not _says_77(_get(client, room.thu, "board", meeting.key))
    assert _get(client, room.bao, "board", meeting.key).status_code == 403


def test_nobody_but_the_member_has_the_sheet(client, room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    room.seal(item, room.hoa, worth(item.dossier, 77))
    for person in (room.thu, room.phuc):
        assert _get(client, person, "sheet", item.key).status_code == 403
    for person in (room.scene.lan, room.scene.minh, room.cast.quang):
        assert _get(client, person, "sheet", item.key).status_code == 404
        assert _get(client, person, "tally", item.key).status_code == 404
        assert _get(client, person, "meeting", meeting.key).status_code == 404
    own = _get(client, room.bao, "criterion", item.key, "1.1").content.decode()
    assert "checked" not in own


def test_after_all_have_sealed(client, room, at):
    meeting = room.scoring()
    item = room.all_seal(room.item(meeting), worth(room.item(meeting).dossier, 61))
    for person in (room.thu, room.son, room.hoa):
        assert permissions.refuse_see_tally(who_is(person, at), item) is None
        assert "61,00" in _get(client, person, "tally", item.key).content.decode()
    assert permissions.refuse_see_tally(who_is(room.phuc, at), item).code == "tally_not_for_you"
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    item = AgendaItem.objects.select_related("meeting__council").get()
    assert permissions.refuse_see_tally(who_is(room.phuc, at), item) is None


def test_totals_hide_again_while_members_score_again(room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    for seat, total in zip(room.judges, (60, 65, 66, 71), strict=True):
        room.seal(item, seat.person, worth(item.dossier, total))
    item = room.item(meeting)
    assert permissions.refuse_see_tally(who_is(room.hoa, at), item) is None
    acts.order_rescoring(item, reason="Chênh", by=room.thu, at=at)
    assert permissions.refuse_see_tally(who_is(room.hoa, at), room.item(meeting)).code == "not_all_sealed"


def test_the_board_counts_and_never_scores(room, at):
    meeting = room.scoring("Dứa sấy dẻo", "Mận sấy", conflicts=[room.members[0]])
    item = room.item(meeting)
    acts.save_choice(item, criterion="1.1", choice=1, by=room.bao, at=at)
    room.seal(item, room.chi, worth(item.dossier, 60))
    first, second = board(meeting, at).items
    assert (first.sealed, first.expected, first.undeclared, first.conflicted) == (1, 3, 0, (room.members[0],))
    assert (second.sealed, second.expected, second.missing) == (0, 4, 4 * 31)
    assert first.missing == 31 + 30
    assert {seat.person for seat in first.waiting_for} == {room.son, room.bao}


def test_what_waits(room, at):
    assert [w.key for w in gather(waiting(room.thu, at))] == []
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    assert [w.key for w in gather(waiting(room.thu, at))] == ["review.prepare"]
    room.attend(meeting)
    acts.open_meeting(meeting, by=room.thu, at=at)
    assert [(w.key, w.count) for w in gather(waiting(room.hoa, at))] == [("review.declare", 2)]
    room.declared(meeting)
    acts.open_all_items(meeting, by=room.thu, at=at)
    assert [(w.key, w.count) for w in gather(waiting(room.hoa, at))] == [("review.score", 2)]
    item = room.item(meeting)
    for seat, total in zip(room.judges, (60, 65, 66, 71), strict=True):
        room.seal(item, seat.person, worth(item.dossier, total))
    assert [(w.key, w.count) for w in gather(waiting(room.son, at))] == [
        ("review.score", 1),
        ("review.settle", 1),
    ]
    assert [(w.key, w.count) for w in gather(waiting(room.thu, at))] == [("review.settle", 1)]
    assert [task.is_to_score for task in tasks(who_is(room.hoa, at), meeting)] == [False, True]
    room.accepted("Ô mai")
    assert [(w.key, w.count) for w in gather(waiting(room.phuc, at))] == [("review.schedule", 1)]
