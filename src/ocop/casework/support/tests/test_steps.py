"""The steps of a trademark, one after another."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.support import acts
from ocop.foundation.audit.models import Entry

pytestmark = pytest.mark.django_db


def done(desk, activity, key, days=0, **fields):
    known = {"done_on": desk.today + timedelta(days=days), "by": desk.phuc, "at": desk.at}
    return acts.record_step(activity.steps.get(key=key), **known | fields)


def due(activity):
    return dict(activity.steps.values_list("key", "due_on"))


def test_a_step_is_done_with_its_number_and_paper_and_moves_the_rest(desk):
    activity = desk.running("trademark")
    before = due(activity)
    done(desk, activity, "search")
    step = done(desk, activity, "filing", office_no=" 4-2026-12345 ", upload=pdf(), note="Đã nộp phí.")
    assert (step.office_no, step.file.name, step.done_on) == ("4-2026-12345", "giay-to.pdf", desk.today)
    assert due(activity)["formal"] == desk.today + timedelta(days=30)
    assert due(activity)["grant"] - due(activity)["formal"] == before["grant"] - before["formal"]
    entry = Entry.objects.filter(action="activity.step").order_by("-sequence").first()
    assert entry.data == {
        "step": "filing", "done_on": desk.today.isoformat(), "due_on": step.due_on.isoformat(),
        "office_no": "4-2026-12345",
    }  # fmt: skip


def test_a_new_day_of_the_office_moves_the_rest(desk):
    activity = desk.running("trademark")
    day = desk.today + timedelta(days=100)
    done(desk, activity, "search", done_on=None, due_on=day)
    assert (due(activity)["search"], due(activity)["filing"]) == (day, day + timedelta(days=30))


FAULTY = {
    "out of turn": (lambda desk: {"key": "filing"}, "step_out_of_turn"),
    "before the activity": (lambda desk: {"key": "search", "days": -11}, "day_before_start"),
    "tomorrow": (lambda desk: {"key": "search", "days": 1}, "day_in_future"),
    "by the producer": (lambda desk: {"key": "search", "by": desk.lan}, "not_keeper"),
}


@pytest.mark.parametrize("why", FAULTY)
def test_a_step_is_refused(desk, refused, why):
    given, code = FAULTY[why]
    activity = desk.running("trademark")
    assert refused(lambda: done(desk, activity, **given(desk))) == code
    assert activity.steps.filter(done_on__isnull=False).count() == 0


def test_a_step_does_not_end_before_the_one_before_nor_after_the_one_after(desk, refused):
    activity = desk.running("trademark")
    done(desk, activity, "search", days=-5)
    assert refused(lambda: done(desk, activity, "filing", days=-6)) == "step_day_upside_down"
    done(desk, activity, "filing", days=-3)
    assert refused(lambda: done(desk, activity, "search", days=-2)) == "step_day_upside_down"
    assert refused(lambda: done(desk, activity, "search", done_on=None)) == "step_day_upside_down"


def test_the_last_step_done_can_be_taken_back(desk):
    activity = desk.running("trademark")
    done(desk, activity, "search")
    done(desk, activity, "search", done_on=None)
    assert activity.steps.get(key="search").done_on is None


def test_no_step_after_the_end(desk, refused):
    assert refused(lambda: done(desk, desk.cancelled("trademark"), "search")) == "conflict_ended"


def test_what_is_late(desk):
    activity = desk.running("trademark", starts_on=desk.today - timedelta(days=31))
    step = activity.steps.get(key="search")
    assert (step.is_late(desk.today), step.is_late(step.due_on)) == (True, False)
    done(desk, activity, "search")
    assert activity.steps.get(key="search").is_late(desk.today) is False
    acts.cancel_activity(activity, reason="Thôi.", by=desk.phuc, at=desk.at)
    assert activity.steps.get(key="filing").is_late(desk.today + timedelta(days=99)) is False
