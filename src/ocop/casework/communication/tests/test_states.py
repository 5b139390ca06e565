"""Every pair of state and move: what is open goes through, everything else is refused and changes nothing."""

from __future__ import annotations

from typing import Any

import pytest

from ocop.casework.communication.labels import NEWS_STATE_KINDS, PRESS_STATE_KINDS
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.rules import (
    NEWS_STATES,
    NEWS_WORKFLOW,
    PRESS_STATES,
    PRESS_WORKFLOW,
    NewsState,
    PressState,
)
from ocop.casework.communication.tests.cast import Newsroom
from ocop.casework.communication.tests.refusing import refused
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.models import Entry

NEWS_MOVES = {
    "draft": {"propose", "publish", "withdraw"},
    "proposed": {"return", "publish", "withdraw"},
    "published": {"withdraw"},
    "withdrawn": {"reopen"},
}
PRESS_MOVES = {
    "proposed": {"accept", "cancel"},
    "planned": {"do", "cancel"},
    "done": {"reopen"},
    "cancelled": set(),
}


def news_in(room: Newsroom, state: str) -> NewsPage:
    """A stored page in this state; beside the record, for this test only."""
    page = room.page()
    approval = {"slug": "bai", "publish_on": room.today, "published_at": room.at, "published_by": room.phuc}
    NewsPage.objects.filter(pk=page.pk).update(
        **{"state": state, **(approval if state == "published" else {})}
    )
    return NewsPage.objects.get(pk=page.pk)


def item_in(room: Newsroom, state: str) -> PressItem:
    """A stored line in this state; beside the record, for this test only."""
    item = room.item()
    result = {"done_on": room.today, "times": 1} if state == "done" else {}
    PressItem.objects.filter(pk=item.pk).update(**{"state": state, **result})
    return PressItem.objects.get(pk=item.pk)


def changes_of(room: Newsroom, move: str) -> dict[str, Any]:
    approval = {"slug": "bai", "publish_on": room.today, "published_at": room.at, "published_by": room.phuc}
    changes = {
        "publish": approval,
        "do": {"done_on": room.today, "times": 2},
        "reopen": {"done_on": None},
    }
    return changes.get(move, {})


@pytest.mark.parametrize(("state", "move"), [(s, m.name) for s in NewsState for m in NEWS_WORKFLOW.moves])
def test_each_move_of_a_page(room: Newsroom, state: str, move: str) -> None:
    page = news_in(room, state)
    acts = Entry.objects.count()
    changes = changes_of(room, move) if move == "publish" else {}
    if move in NEWS_MOVES[state]:
        transition(page, move, by=room.phuc, at=room.at, reason="Vì thế", changes=changes)
        assert NewsPage.objects.get(pk=page.pk).state == NEWS_WORKFLOW.move(move).target
        assert Entry.objects.count() == acts + 1
    else:
        code = refused(
            lambda: transition(page, move, by=room.phuc, at=room.at, reason="Vì thế", changes=changes)
        )
        assert (code, NewsPage.objects.get(pk=page.pk).state) == ("conflict_state", state)
        assert Entry.objects.count() == acts


@pytest.mark.parametrize(("state", "move"), [(s, m.name) for s in PressState for m in PRESS_WORKFLOW.moves])
def test_each_move_of_a_line(room: Newsroom, state: str, move: str) -> None:
    item = item_in(room, state)
    acts = Entry.objects.count()
    changes = changes_of(room, move)
    if move in PRESS_MOVES[state]:
        transition(item, move, by=room.phuc, at=room.at, reason="Vì thế", changes=changes)
        assert PressItem.objects.get(pk=item.pk).state == PRESS_WORKFLOW.move(move).target
        assert Entry.objects.count() == acts + 1
    else:
        code = refused(
            lambda: transition(item, move, by=room.phuc, at=room.at, reason="Vì thế", changes=changes)
        )
        assert (code, PressItem.objects.get(pk=item.pk).state) == ("conflict_state", state)
        assert Entry.objects.count() == acts


def test_what_is_done_against_somebody_needs_a_reason() -> None:
    assert {move.name for move in NEWS_WORKFLOW.moves if move.needs_reason} == {"return", "withdraw"}
    assert {move.name for move in PRESS_WORKFLOW.moves if move.needs_reason} == {"cancel", "reopen"}


def test_each_state_has_a_word_and_a_look() -> None:
    assert set(NEWS_STATES) == set(NEWS_STATE_KINDS) == set(NewsState)
    assert set(PRESS_STATES) == set(PRESS_STATE_KINDS) == set(PressState)
