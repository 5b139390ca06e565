"""Every pair of state and move of the four tables."""

from __future__ import annotations

import pytest

from ocop.casework.review.states import (
    CORRECTION_WORKFLOW,
    ITEM_WORKFLOW,
    MEETING_WORKFLOW,
    SHEET_WORKFLOW,
)
from ocop.kernel.workflow import MoveRefused

TABLES = {
    MEETING_WORKFLOW: {
        ("planned", "open"): "open",
        ("open", "close"): "closed",
        ("planned", "cancel"): "cancelled",
        ("postponed", "cancel"): "cancelled",
        ("planned", "postpone"): "postponed",
        ("planned", "reschedule"): "planned",
        ("postponed", "reschedule"): "planned",
    },
    ITEM_WORKFLOW: {
        ("waiting", "open"): "scoring",
        ("scoring", "tally"): "tallied",
        ("scoring", "dispute"): "disputed",
        ("disputed", "rescore"): "scoring",
        ("disputed", "resolve"): "tallied",
        ("disputed", "refer"): "removed",
        ("tallied", "close"): "closed",
        ("waiting", "exclude"): "excluded",
        ("scoring", "exclude"): "excluded",
        ("disputed", "exclude"): "excluded",
        ("tallied", "exclude"): "excluded",
        ("tallied", "reopen"): "scoring",
        ("disputed", "recount"): "scoring",
        ("tallied", "recount"): "scoring",
        ("waiting", "withdraw"): "withdrawn",
        ("scoring", "withdraw"): "withdrawn",
        ("disputed", "withdraw"): "withdrawn",
        ("tallied", "withdraw"): "withdrawn",
        ("waiting", "remove"): "removed",
        ("scoring", "remove"): "removed",
    },
    SHEET_WORKFLOW: {("draft", "seal"): "sealed"},
    CORRECTION_WORKFLOW: {
        ("asked", "allow"): "allowed",
        ("asked", "decline"): "declined",
        ("asked", "lapse"): "lapsed",
    },
}
PAIRS = [
    (workflow, state.value, move.name)
    for workflow in TABLES
    for state in workflow.states
    for move in workflow.moves
]
WITH_REASON = {
    "cancel", "postpone", "reschedule", "rescore", "resolve", "exclude", "remove", "reopen", "recount",
    "withdraw", "decline", "lapse", "refer",
}  # fmt: skip


@pytest.mark.parametrize(
    ("workflow", "state", "move"), PAIRS, ids=lambda value: getattr(value, "name", value)
)
def test_every_pair(workflow, state, move):
    target = TABLES[workflow].get((state, move))
    if target is None:
        with pytest.raises(MoveRefused) as refused:
            workflow.check(state, move, "lý do")
        assert refused.value.code == "wrong_state"
    else:
        workflow.check(state, move, "lý do")
        assert workflow.move(move).target == target


@pytest.mark.parametrize("workflow", list(TABLES), ids=lambda value: value.name)
def test_which_moves_need_a_reason(workflow):
    assert {move.name for move in workflow.moves if move.needs_reason} == WITH_REASON & {
        m.name for m in workflow.moves
    }
