"""Every move of an activity, in every state."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.support import acts
from ocop.casework.support.rules import WORKFLOW, ActivityState, kinds
from ocop.foundation.audit.models import Entry

pytestmark = pytest.mark.django_db
MOVES = {
    ("planned", "start"): "running",
    ("planned", "cancel"): "cancelled",
    ("running", "finish"): "finished",
    ("running", "cancel"): "cancelled",
}
PAIRS = [(state.value, move.name) for state in ActivityState for move in WORKFLOW.moves]


def move(desk, activity, name, by=None):
    who = {"by": by or desk.phuc, "at": desk.at}
    if name == "start":
        acts.start_activity(activity, **who)
    elif name == "finish":
        acts.finish_activity(activity, result="Xong.", result_on=desk.today, **who)
    else:
        acts.cancel_activity(activity, reason="Không làm nữa.", **who)


@pytest.mark.parametrize(("state", "name"), PAIRS)
def test_every_move_in_every_state(desk, refused, state, name):
    activity = desk.complete("listing") if (state, name) == ("running", "finish") else desk.in_state(state)
    if (state, name) in MOVES:
        move(desk, activity, name)
        assert desk.again(activity).state == MOVES[state, name]
        entry = Entry.objects.filter(object_id=str(activity.pk), action=f"activity.{name}").get()
        assert (entry.from_state, entry.to_state, entry.by) == (state, MOVES[state, name], desk.phuc)
    else:
        code = "not_complete" if (state, name) == ("planned", "finish") else "conflict_state"
        assert refused(lambda: move(desk, activity, name)) == code
        assert desk.again(activity).state == state


@pytest.mark.parametrize("name", ["start", "finish", "cancel"])
def test_others_move_nothing(desk, refused, name):
    activity = desk.planned("listing")
    for person in (desk.quang, desk.lan, desk.sen):
        assert refused(lambda person=person: move(desk, activity, name, by=person)) == "not_keeper"


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_reaches_its_result(desk, kind):
    activity = desk.finished(kind)
    assert (activity.state, activity.result, activity.result_on) == ("finished", "Đã làm được.", desk.today)


@pytest.mark.parametrize("kind", kinds())
def test_no_kind_is_finished_while_something_is_missing(desk, refused, kind):
    activity = desk.running(kind)
    assert refused(lambda: move(desk, activity, "finish")) == "not_complete"


def test_the_refusal_names_everything_that_is_missing(desk):
    activity = desk.running("signboard")
    words = "thông tin “Diện tích .ha.”; thông tin “Số hộ”; một lần xem có ảnh chụp"
    with pytest.raises(Exception, match=words):
        move(desk, activity, "finish")


FAULTY = {
    "no result": ({"result": "  "}, "result_missing"),
    "before it began": ({"days": -11}, "day_before_start"),
    "tomorrow": ({"days": 1}, "day_in_future"),
}


@pytest.mark.parametrize("why", FAULTY)
def test_a_result_that_cannot_be(desk, refused, why):
    given, code = FAULTY[why]
    activity = desk.complete("listing")
    day = desk.today + timedelta(days=given.get("days", 0))
    result = given.get("result", "Xong.")
    assert refused(
        lambda: acts.finish_activity(activity, result=result, result_on=day, by=desk.phuc, at=desk.at)
    ) == code  # fmt: skip
    assert desk.again(activity).state == "running"


def test_cancelling_needs_a_reason(desk, refused):
    activity = desk.planned()
    assert (
        refused(lambda: acts.cancel_activity(activity, reason=" ", by=desk.phuc, at=desk.at))
        == "reason_missing"
    )


def test_the_days_of_the_moves_are_kept(desk):
    assert (desk.running().started_on, desk.cancelled().cancelled_on) == (desk.today, desk.today)
