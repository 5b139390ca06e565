"""Every pair of state and move: what is open goes through, everything else is refused and changes nothing."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.states import (
    EDITABLE,
    ENDED,
    OPEN,
    STATES,
    WORKFLOW,
    DossierState,
    Holder,
    holder,
)
from ocop.casework.dossiers.tests.cast import Scene
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused

OPEN_MOVES = {
    "draft": {"submit", "withdraw"},
    "submitted": {"receive", "withdraw"},
    "received": {"return", "propose", "exclude", "withdraw"},
    "returned": {"submit", "withdraw"},
    "proposed": {"return", "accept", "exclude", "withdraw"},
    "accepted": {"return", "schedule", "exclude", "withdraw"},
    "scheduled": {"unschedule", "evaluate", "exclude", "withdraw_in_review"},
    "evaluated": {"conclude", "send_on", "redo"},
    "concluded": {"settle", "redo"},
    "excluded": set(),
    "withdrawn": set(),
}
PAIRS = [(state, move.name) for state in DossierState for move in WORKFLOW.moves]


def place_in(dossier: Dossier, state: str) -> Dossier:
    """The stored dossier with this state and what its constraints ask for;
    beside the record, for this test only.
    """
    outcome = {"concluded": "recognised", "excluded": "excluded"}.get(state, "")
    moments = dict.fromkeys(("submitted_at", "received_at", "proposed_at", "accepted_at"), dossier.created_at)
    due = dossier.created_at.date()
    Dossier.objects.filter(pk=dossier.pk).update(state=state, outcome=outcome, commune_due_on=due, **moments)
    return Dossier.objects.get(pk=dossier.pk)


def changes_for(move: str) -> dict[str, str]:
    told = {"conclude": "recognised", "exclude": "excluded", "redo": ""}
    return {"outcome": told[move]} if move in told else {}


@pytest.mark.parametrize(("state", "move"), PAIRS)
def test_each_move_from_each_state(scene: Scene, state: str, move: str) -> None:
    dossier = place_in(scene.draft(), state)
    acts = Entry.objects.count()
    if move in OPEN_MOVES[state]:
        transition(dossier, move, by=scene.lan, at=scene.at, reason="Vì thế", changes=changes_for(move))
        assert Dossier.objects.get(pk=dossier.pk).state == WORKFLOW.move(move).target
        assert Entry.objects.count() == acts + 1
    else:
        with pytest.raises(Refused) as refused:
            transition(dossier, move, by=scene.lan, at=scene.at, reason="Vì thế")
        assert refused.value.refusal.code == "conflict_state"
        assert Dossier.objects.get(pk=dossier.pk).state == state
        assert Entry.objects.count() == acts


@pytest.mark.parametrize(
    "move", ["return", "unschedule", "exclude", "withdraw", "withdraw_in_review", "redo"]
)
def test_moves_against_somebody_need_a_reason(move: str) -> None:
    assert {one.name for one in WORKFLOW.moves if one.needs_reason} == {
        "return",
        "unschedule",
        "exclude",
        "withdraw",
        "withdraw_in_review",
        "redo",
    }
    assert WORKFLOW.move(move).needs_reason


def test_each_state_has_a_name_and_a_holder() -> None:
    assert set(STATES) == set(DossierState)
    assert {state: holder(state) for state in DossierState} == {
        DossierState.DRAFT: Holder.PRODUCER,
        DossierState.RETURNED: Holder.PRODUCER,
        DossierState.SUBMITTED: Holder.COMMUNE,
        DossierState.RECEIVED: Holder.COMMUNE,
        DossierState.PROPOSED: Holder.PROVINCE,
        DossierState.ACCEPTED: Holder.PROVINCE,
        DossierState.SCHEDULED: Holder.COUNCIL,
        DossierState.EVALUATED: Holder.PROVINCE,
        DossierState.CONCLUDED: Holder.NOBODY,
        DossierState.EXCLUDED: Holder.NOBODY,
        DossierState.WITHDRAWN: Holder.NOBODY,
    }


def test_open_and_ended_part_the_states() -> None:
    assert set(DossierState) == OPEN | ENDED
    assert not OPEN & ENDED
    assert {"draft", "returned"} == EDITABLE
