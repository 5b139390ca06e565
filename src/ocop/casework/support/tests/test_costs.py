"""Money comes from a line of the plan's budget, and a mistake is withdrawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.support import acts
from ocop.casework.support.models import Cost
from ocop.casework.support.selectors import spent_by_line, spent_on
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.selectors import place

pytestmark = pytest.mark.django_db


def pay(desk, activity, amount=1_000_000, **fields):
    known = {"budget_line": desk.line, "paid_on": desk.today, "by": desk.phuc, "at": desk.at}
    return acts.record_cost(activity, amount=amount, **known | fields)


def test_a_payment_is_taken_from_its_line(desk):
    cost = pay(desk, desk.running(), 30_000_000, note=" Thuê  hội trường ", upload=pdf())
    pay(desk, desk.planned(), 20_000_000)
    other = desk.make_line(desk.plan, 5, "Khác")
    assert (cost.note, cost.file.name) == ("Thuê hội trường", "giay-to.pdf")
    assert spent_by_line(desk.plan) == {desk.line.pk: 50_000_000}
    assert (spent_on(desk.line), spent_on(other)) == (50_000_000, 0)
    data = Entry.objects.filter(action="activity.cost").order_by("sequence").first().data
    assert (data["amount"], data["line"], data["over"]) == (30_000_000, desk.line.pk, False)


def test_to_the_last_dong_and_no_further_unless_agreed(desk, refused):
    activity = desk.running()
    pay(desk, activity, 100_000_000)
    assert refused(lambda: pay(desk, activity, 1)) == "over_line"
    with pytest.raises(Exception, match="chỉ còn 0 đồng"):
        pay(desk, activity, 1)
    pay(desk, activity, 1, accept_over=True)
    assert Entry.objects.filter(action="activity.cost").order_by("-sequence").first().data["over"] is True


def test_a_line_whose_amount_is_not_known_cannot_be_overdrawn(desk):
    line = desk.make_line(desk.plan, None)
    assert pay(desk, desk.running(), 10**12, budget_line=line).amount == 10**12


def _other_plan(desk):
    plan = desk.make_plan(place("10", "province", date(2022, 5, 1)), 2022)
    return {"budget_line": desk.make_line(plan, 10**9)}


def _withdrawn_line(desk):
    desk.line.in_force = False
    desk.line.save()
    return {}


FAULTY = {
    "no source": (lambda desk: {"budget_line": None}, "no_budget_line"),
    "a line of another plan": (_other_plan, "line_of_other_plan"),
    "a line that an amendment took out": (_withdrawn_line, "line_of_other_plan"),
    "nothing": (lambda desk: {"amount": 0}, "amount_wrong"),
    "less than nothing": (lambda desk: {"amount": -5}, "amount_wrong"),
    "beyond reason": (lambda desk: {"amount": 10**16}, "amount_wrong"),
    "tomorrow": (lambda desk: {"paid_on": desk.today + timedelta(days=1)}, "day_in_future"),
    "by a stranger": (lambda desk: {"by": desk.quang}, "not_keeper"),
    "by another commune": (lambda desk: {"by": desk.sen}, "not_keeper"),
}


@pytest.mark.parametrize("why", FAULTY)
def test_a_payment_is_refused(desk, refused, why):
    given, code = FAULTY[why]
    activity = desk.running()
    fields = given(desk)
    assert refused(lambda: pay(desk, activity, **fields)) == code
    assert Cost.objects.count() == 0


def test_help_without_a_plan_has_no_money(desk, refused):
    assert refused(lambda: pay(desk, desk.running(plan=None))) == "no_budget_line"


def test_payments_come_after_the_result_but_not_after_cancelling(desk, refused):
    assert pay(desk, desk.finished("listing")).amount == 1_000_000
    assert refused(lambda: pay(desk, desk.cancelled())) == "conflict_ended"


def test_a_payment_by_mistake_is_withdrawn_and_stays_in_sight(desk, refused):
    cost = pay(desk, desk.running())
    assert refused(lambda: acts.withdraw_cost(cost, reason=" ", by=desk.phuc, at=desk.at)) == "reason_missing"
    assert refused(lambda: acts.withdraw_cost(cost, reason="Nhầm", by=desk.lan, at=desk.at)) == "not_keeper"
    acts.withdraw_cost(cost, reason="Ghi nhầm dòng", by=desk.phuc, at=desk.at)
    assert (
        refused(lambda: acts.withdraw_cost(cost, reason="Nhầm", by=desk.phuc, at=desk.at))
        == "conflict_withdrawn"
    )
    stored = Cost.objects.get()
    assert (stored.withdrawn_reason, stored.withdrawn_at, spent_by_line(desk.plan)) == (
        "Ghi nhầm dòng",
        desk.at,
        {},
    )
    assert Entry.objects.get(action="activity.withdraw_cost").reason == "Ghi nhầm dòng"
