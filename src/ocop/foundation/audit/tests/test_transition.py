"""The one writer of states: by the stored state and nothing else, with its entry, all or nothing.

That it holds the row meanwhile can only be seen by two at once: tests/races/test_record.py.
"""

from __future__ import annotations

import pytest

from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import PressState
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import history, verify_chain
from ocop.foundation.refusals import Refused

pytestmark = pytest.mark.django_db
WHY = "Đài huyện không còn."


@pytest.fixture
def item(cast, at):
    """A broadcast that Minh proposed."""
    return PressItem.objects.create(
        title="Phát thanh", channel="commune_radio", place=cast.commune, planned_on=at.date(),
        created_by=cast.minh, created_at=at,
    )  # fmt: skip


def stored(item):
    return PressItem.objects.get(pk=item.pk)


def refusal_of(item, move, **given):
    with pytest.raises(Refused) as refused:
        transition(item, move, **given)
    return refused.value.refusal


def test_the_state_moves_and_an_entry_says_by_whom_from_where_to_where_and_why(cast, item, later):
    transition(item, "cancel", by=cast.lan, at=later, reason=WHY, changes={"note": WHY}, data={"times": 0})
    assert (stored(item).state, stored(item).note) == (PressState.CANCELLED, WHY)
    assert (item.state, item.note) == (PressState.CANCELLED, WHY)
    (entry,) = history(item)
    said = (entry.action, entry.by, entry.at, entry.from_state, entry.to_state, entry.reason, entry.data)
    assert said == ("pressitem.cancel", cast.lan, later, "proposed", "cancelled", WHY, {"times": 0})
    assert verify_chain() is None


def test_a_stale_copy_does_not_take_back_what_somebody_else_did(cast, item, at, later):
    stale = stored(item)
    transition(item, "cancel", by=cast.lan, at=at, reason=WHY)
    refusal = refusal_of(stale, "accept", by=cast.minh, at=later, changes={"note": "Đồng ý"})
    assert (refusal.code, refusal.is_conflict) == ("conflict_state", True)
    assert refusal.what == "Không thể “Đưa vào kế hoạch” lúc này."
    assert (stored(item).state, stored(item).note) == (PressState.CANCELLED, "")
    assert (stale.state, stale.note) == (PressState.PROPOSED, ""), "what the caller holds is left as it was"
    assert [entry.action for entry in history(item)] == ["pressitem.cancel"]


def test_a_stale_copy_does_not_stand_in_the_way_of_what_the_row_allows(cast, item, at, later):
    stale = stored(item)
    transition(item, "accept", by=cast.lan, at=at)
    done = {"done_on": later.date(), "times": 2}
    transition(stale, "do", by=cast.minh, at=later, changes=done)
    assert (stored(item).state, stored(item).times) == (PressState.DONE, 2)
    assert [entry.from_state for entry in history(item)] == ["planned", "proposed"]


def test_only_the_fields_of_the_move_are_saved(cast, item, later):
    stale = stored(item)
    PressItem.objects.filter(pk=item.pk).update(outlet="Đài xã", note="Cũ")
    transition(stale, "accept", by=cast.lan, at=later, changes={"note": "Mới"})
    assert (stored(item).outlet, stored(item).note) == ("Đài xã", "Mới")


def test_every_move_is_made_from_its_own_states_and_from_no_other(cast, item, later):
    done = {"done_on": later.date(), "times": 1}
    not_done = {"done_on": None, "times": None}
    for state in PressState:
        for move in PressItem.workflow.moves:
            fields = done if state == PressState.DONE else not_done
            PressItem.objects.filter(pk=item.pk).update(state=state, **fields)
            held, before = stored(item), Entry.objects.count()
            given = {"by": cast.lan, "at": later, "reason": WHY}
            given["changes"] = done if move.target == PressState.DONE else not_done
            if state in move.sources:
                transition(held, move.name, **given)
                outcome, target, entries = "", move.target, 1
            else:
                outcome, target, entries = refusal_of(held, move.name, **given).code, state, 0
            assert outcome == ("" if entries else "conflict_state")
            found = (held.state, stored(item).state, Entry.objects.count() - before)
            assert found == (target, target, entries), (state, move.name)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_move_that_needs_a_reason_is_refused_without_one(cast, item, later, reason):
    refusal = refusal_of(item, "cancel", by=cast.lan, at=later, reason=reason)
    assert (refusal.code, refusal.what) == ("reason_missing", "Chưa ghi lý do cho việc “Huỷ đầu việc”.")
    assert (stored(item).state, list(history(item))) == (PressState.PROPOSED, [])


def test_what_cannot_be_recorded_does_not_happen(cast, item, later):
    with pytest.raises(TypeError):
        transition(item, "accept", by=cast.lan, at=later, data={"no JSON": object()})
    assert (stored(item).state, list(history(item))) == (PressState.PROPOSED, [])
    assert verify_chain() is None
