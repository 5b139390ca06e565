"""Entering help and amending it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.support import acts
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import kinds
from ocop.casework.support.tests.cast import facts_for
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.selectors import place
from ocop.kernel.text import answers, asked
from ocop.registers.programme.models import Task

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", kinds())
def test_help_of_every_kind_is_entered_with_its_steps(desk, kind):
    activity = desk.planned(kind)
    steps = list(activity.steps.values_list("key", flat=True))
    assert (activity.kind, activity.state, activity.facts) == (kind, "planned", facts_for(kinds()[kind]))
    assert steps == [step.key for step in kinds()[kind].steps]
    entry = Entry.objects.get(action="activity.plan")
    assert (entry.by, entry.object_id, entry.data["kind"]) == (desk.phuc, str(activity.pk), kind)


def test_a_commune_enters_help_of_its_own(desk):
    assert desk.planned(by=desk.minh).created_by == desk.minh


def test_an_officer_of_today_enters_help_of_the_former_province(desk):
    old = place("10", "province", date(2022, 5, 1))
    plan = desk.make_plan(old, 2022)
    activity = desk.planned(place=old, plan=plan, starts_on=date(2022, 5, 1), ends_on=date(2022, 5, 3))
    assert activity.plan == plan


def test_the_end_of_what_is_obtained_is_kept_beside_the_facts(desk):
    facts = facts_for(kinds()["standard"]) | {"valid_until": "2027-05-31"}
    assert desk.planned("standard", facts=facts).expires_on == date(2027, 5, 31)


def _elsewhere(desk):
    return {"place": place("01", "province", desk.today)}


def _other_province(desk):
    old = place("15", "province", date(2022, 5, 1))
    plan = desk.make_plan(place("10", "province", date(2022, 5, 1)), 2022)
    return {"place": old, "plan": plan, "starts_on": date(2022, 5, 1)}


def _task(desk):
    plan = desk.make_plan(place("10", "province", date(2022, 5, 1)), 2022)
    return {"task": desk.make_task(plan)}


REFUSED = {
    "stranger": (lambda desk: {"by": desk.quang}, "not_keeper"),
    "producer": (lambda desk: {"by": desk.lan}, "not_keeper"),
    "another commune": (lambda desk: {"by": desk.sen}, "not_keeper"),
    "a commune for the province": (lambda desk: {"by": desk.minh, "place": desk.province}, "not_keeper"),
    "another province": (_elsewhere, "not_keeper"),
    "outside the plan's province": (_other_province, "place_outside_plan"),
    "unknown kind": (lambda desk: {"kind": "gift"}, "unknown_kind"),
    "no name": (lambda desk: {"name": "  "}, "incomplete"),
    "no agency": (lambda desk: {"agency": ""}, "incomplete"),
    "dates upside down": (lambda desk: {"ends_on": desk.today - timedelta(days=11)}, "dates_upside_down"),
    "begins after the plan's year": (lambda desk: {"starts_on": date(2027, 1, 1)}, "outside_plan_year"),
    "ended before the plan's year": (
        lambda desk: {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 12, 31)}, "outside_plan_year",
    ),
    "a task of another plan": (_task, "task_of_other_plan"),
    "a task without a plan": (lambda desk: {"task": desk.make_task(desk.plan), "plan": None},
    "task_of_other_plan"),
    "a course without its subject": (lambda desk: {"facts": {"audience": "both", "days": 2}}, "facts_wrong"),
    "a listing without a link": (lambda desk: {"kind": "listing", "facts": {"platform": "voso"}},
    "facts_wrong"),
    "facts of another kind": (
        lambda desk: {"facts": facts_for(kinds()["training"]) | {"url": "https://a.vn"}}, "facts_wrong",
    ),
}  # fmt: skip


@pytest.mark.parametrize("why", REFUSED)
def test_entering_is_refused_and_nothing_is_kept(desk, refused, why):
    fields, code = REFUSED[why]
    changed = fields(desk)
    before = Entry.objects.count()
    assert refused(lambda: desk.planned(**changed)) == code
    assert (Activity.objects.count(), Entry.objects.count()) == (0, before)


def test_the_sentence_names_the_field(desk):
    with pytest.raises(Exception, match="Chưa ghi “Đường dẫn gian hàng”"):
        desk.planned("listing", facts={"platform": "voso"})


def edited(desk, activity, **fields):
    known = {
        "name": "Tên mới", "place": activity.place, "agency": "Sở", "starts_on": activity.starts_on,
        "plan": activity.plan, "facts": activity.facts, "by": desk.phuc, "at": desk.at,
    }  # fmt: skip
    acts.edit_activity(activity, **known | fields)
    return desk.again(activity)


def test_amending_keeps_what_was_before_in_the_record(desk):
    activity = desk.planned("listing")
    facts = activity.facts | {"url": "https://moi.vn/gian"}
    after = edited(desk, activity, facts=facts)
    entry = Entry.objects.get(action="activity.edit")
    assert (after.name, after.facts["url"]) == ("Tên mới", "https://moi.vn/gian")
    assert entry.data["name"] == ["Việc listing", "Tên mới"]
    assert set(entry.data) == {"name", "agency", "facts"}
    assert answers(after.search_text, asked("mới .vn"))


@pytest.mark.parametrize("state", ["finished", "cancelled"])
def test_what_has_ended_is_not_amended(desk, refused, state):
    activity = desk.in_state(state)
    assert refused(lambda: edited(desk, activity)) == "conflict_ended"


def test_others_do_not_amend(desk, refused):
    activity = desk.planned()
    assert refused(lambda: edited(desk, activity, by=desk.sen)) == "not_keeper"
    assert refused(lambda: edited(desk, activity, by=desk.minh, place=desk.other_commune)) == "not_keeper"


def test_another_plan_after_a_payment_is_refused_until_it_is_withdrawn(desk, refused):
    activity = desk.running()
    cost = acts.record_cost(
        activity, budget_line=desk.line, amount=5, paid_on=desk.today, by=desk.phuc, at=desk.at
    )
    assert refused(lambda: edited(desk, activity, plan=None)) == "plan_has_costs"
    acts.withdraw_cost(cost, reason="Nhầm.", by=desk.phuc, at=desk.at)
    assert edited(desk, activity, plan=None).plan is None


def test_a_task_of_the_plan_is_kept(desk):
    task: Task = desk.make_task(desk.plan)
    assert desk.planned(task=task).task_id == task.pk
