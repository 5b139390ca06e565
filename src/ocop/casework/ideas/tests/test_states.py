"""States of an idea: every move from every state, and what the database keeps together."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.states import IDEA_STATES, WORKFLOW, IdeaState
from ocop.casework.ideas.tests.cast import REASON, in_state, register
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

OPEN_MOVES = {
    "draft": {"submit", "withdraw"},
    "submitted": {"approve", "return", "refuse", "withdraw"},
    "returned": {"submit", "withdraw"},
    "approved": set(),
    "refused": set(),
    "withdrawn": set(),
}


def changes_for(scene: Scene, move: str) -> dict[str, Any]:
    decided = {"decided_at": scene.at, "decided_by": scene.minh, "decided_level": "commune"}
    return {
        "submit": {"submitted_at": scene.at},
        "approve": {**decided, "approved_at": scene.at},
        "refuse": {**decided, "reason": REASON},
        "return": {"reason": REASON},
    }.get(move, {})


@pytest.mark.parametrize(("state", "move"), [(s, m.name) for s in IdeaState for m in WORKFLOW.moves])
def test_each_move_from_each_state(scene: Scene, state: str, move: str) -> None:
    idea = in_state(scene, state)
    entries = Entry.objects.count()
    if move in OPEN_MOVES[state]:
        transition(idea, move, by=scene.lan, at=scene.at, reason=REASON, changes=changes_for(scene, move))
        assert Idea.objects.get(pk=idea.pk).state == WORKFLOW.move(move).target
        assert Entry.objects.count() == entries + 1
    else:
        with pytest.raises(Refused) as info:
            transition(idea, move, by=scene.lan, at=scene.at, reason=REASON)
        assert info.value.refusal.code == "conflict_state"
        assert Idea.objects.get(pk=idea.pk).state == state
        assert Entry.objects.count() == entries


def test_moves_against_somebody_need_a_reason() -> None:
    assert {move.name for move in WORKFLOW.moves if move.needs_reason} == {"return", "refuse"}
    assert set(IDEA_STATES) == set(IdeaState)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "submitted"},
        {"state": "approved"},
        {"state": "refused", "reason": "x"},
        {"state": "returned", "reason": ""},
        {"used_at": datetime(2026, 1, 1, tzinfo=VIETNAM)},
        {"decided_level": "commune", "decided_at": datetime(2026, 1, 1, tzinfo=VIETNAM)},
    ],
)
def test_the_database_keeps_who_when_and_state_together(scene: Scene, fields: dict[str, Any]) -> None:
    idea = register(scene)
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.filter(pk=idea.pk).update(**fields)
