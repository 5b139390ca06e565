"""The plan of a year: drawn, changed, issued; every reason to refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.inspections import acts
from ocop.casework.inspections.models import InspectionPlan
from ocop.casework.inspections.selectors.facts import facts_of, frequency, listed
from ocop.casework.inspections.selectors.named import named
from ocop.casework.inspections.tests.cast import Checks, refused
from ocop.foundation.audit.models import Entry
from ocop.registers.products.writes import record_event

pytestmark = pytest.mark.django_db


def test_a_plan_is_drawn_from_data_changed_and_issued(checks: Checks):
    plan = checks.plan()
    rows = list(plan.lines.values_list("product_name", "points"))
    assert rows == [("Chè Shan", 4), ("Chè đen", 3)]  # food 3, four stars 1
    assert [one["why"] for one in plan.lines.first().reasons] == ["sector", "stars"]
    line = plan.lines.last()
    acts.remove_from_plan(line, reason="Vừa kiểm tra liên ngành.", by=checks.phuc, at=checks.at)
    with refused("code_stands"):
        acts.add_to_plan(
            plan, recognitions=[checks.first.recognition], reason="x", by=checks.phuc, at=checks.at
        )
    acts.add_to_plan(
        plan, recognitions=[line.recognition], reason="Có tin báo.", by=checks.phuc, at=checks.at
    )
    line.refresh_from_db()
    assert (line.removed_because, line.added_because) == ("", "Có tin báo.")
    acts.issue_plan(plan, number="77-MH/KH-SNNMT", issued_on=checks.today, by=checks.phuc, at=checks.at)
    assert (plan.state, str(plan.paper)) == ("issued", str(plan.paper))
    actions = Entry.objects.filter(object_type="inspections.inspectionplan").order_by("sequence")
    assert [one.action.partition(".")[2] for one in actions] == ["draw", "remove", "add", "issue"]
    with refused("conflict_state"):
        acts.remove_from_plan(line, reason="x", by=checks.phuc, at=checks.at)
    with refused("conflict_state"):
        acts.add_to_plan(plan, recognitions=[], reason="x", by=checks.phuc, at=checks.at)
    with refused("conflict_state"):
        acts.issue_plan(plan, number="78-MH/KH-SNNMT", issued_on=checks.today, by=checks.van, at=checks.at)


def test_who_may_not_and_what_cannot_be(checks: Checks):
    for person in (checks.minh, checks.lan, checks.thinh):
        with refused("not_province_officer"):
            acts.draw_plan(checks.programme, year=2026, visits=3, by=person, at=checks.at)
    with refused("past_year"):
        checks.plan(year=2025)
    plan = checks.plan()
    with refused("conflict_plan_exists"):
        checks.plan()
    with refused("not_province_officer"):
        acts.issue_plan(plan, number="77-MH/KH-SNNMT", issued_on=checks.today, by=checks.lan, at=checks.at)
    with refused("number_malformed"):
        acts.issue_plan(plan, number="77", issued_on=checks.today, by=checks.phuc, at=checks.at)
    with refused("paper_from_the_future"):
        acts.issue_plan(
            plan, number="77-MH/KH-SNNMT", issued_on=checks.today + timedelta(days=1), by=checks.phuc,
            at=checks.at,
        )  # fmt: skip
    with refused("reason_missing"):
        acts.remove_from_plan(plan.lines.first(), reason=" ", by=checks.phuc, at=checks.at)
    for line in plan.lines.all():
        acts.remove_from_plan(line, reason="x", by=checks.phuc, at=checks.at)
    with refused("plan_empty"):
        acts.issue_plan(plan, number="77-MH/KH-SNNMT", issued_on=checks.today, by=checks.phuc, at=checks.at)


def test_what_ended_is_not_listed_and_what_happened_counts(checks: Checks):
    today = checks.today
    assert [row["name"] for row in listed(checks.programme, 2026, today)] == ["Chè Shan", "Chè đen"]
    assert listed(checks.programme, 2031, today) == []
    checks.reported()
    checks.reported(is_proven=False)
    order = checks.ordered()
    shan, den = facts_of(listed(checks.programme, 2026, today), 2026, today)
    assert (shan.reports, shan.open_orders, shan.was_checked, shan.since, shan.visits) == (
        1,
        1,
        True,
        today,
        1,
    )
    assert (den.reports, den.open_orders, den.was_checked, den.visits) == (0, 0, False, 1)
    assert frequency([order.producer_id], 2026) == {order.producer_id: {2024: 0, 2025: 0, 2026: 1}}
    record_event(checks.second.recognition, kind="revoked", on=today, by=checks.phuc, at=checks.at)
    assert [row["name"] for row in listed(checks.programme, 2026, today)] == ["Chè Shan"]


def test_whoever_had_the_visit_is_left_out_of_the_plan(checks: Checks):
    inspection = checks.declared()
    checks.typed(inspection)
    checks.conclude(inspection)
    assert checks.plan().lines.count() == 0
    assert InspectionPlan.objects.get().visits == 5


def test_what_is_typed_names_products_with_the_same_statements_for_any_number(
    checks: Checks, django_assert_num_queries
):
    first, second = checks.first, checks.second
    typed = [
        first.code.lower(),
        f"  {second.product_code} ",
        first.product.slug,
        "0" * 16,
        "15-02788-99-2026",
        "x y",
    ]
    for lines in (typed[:1], typed):
        with django_assert_num_queries(3):  # the person's offices, recognitions, what happened to them
            got = named("\n".join(lines), person=checks.phuc, at=checks.at)
    assert got.found == [first.recognition, second.recognition]
    assert got.unknown == ["0" * 16, "15-02788-99-2026", "x y"]
    assert named(first.code, person=checks.lan, at=checks.at).found == []
