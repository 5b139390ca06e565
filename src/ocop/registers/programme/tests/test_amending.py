"""Amendments: carried out, kept before and after, refused; read backwards they give the plan as issued."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.foundation.audit.selectors import history
from ocop.registers.programme import acts, selectors
from ocop.registers.programme.models import Amendment, Change, Target
from ocop.registers.programme.rules import Edit, Thing
from ocop.registers.programme.tests.conftest import OLD_DAY, TARGET

PAPER = {"number": "200/KH-UBND", "issued_on": date(2022, 7, 1), "reason": "Thiếu kinh phí"}


@pytest.fixture
def target(issued):
    """The counted target of 30 products."""
    return issued.targets.get(count_rule="new_products")


def edit_of(row, **fields):
    return Edit(
        {"Target": Thing.TARGET, "Task": Thing.TASK, "BudgetLine": Thing.BUDGET_LINE}[type(row).__name__],
        row.pk,
        fields,
    )


def test_an_amendment_keeps_before_and_after(issued, target, tuan, at):
    task, line = issued.tasks.get(), issued.budget_lines.get()
    edits = [
        edit_of(target, value=25, unit="sản phẩm"),
        edit_of(task, due_on=date(2022, 9, 30)),
        edit_of(line, amount=None),
    ]
    amendment = acts.amend_plan(issued, **PAPER, edits=edits, by=tuan, at=at)
    found = {(row.thing, row.field): (row.before, row.after) for row in amendment.changes.all()}
    assert found == {
        ("target", "value"): (30, 25),
        ("task", "due_on"): ("2022-06-30", "2022-09-30"),
        ("budget_line", "amount"): (500_000_000, None),
    }
    assert (issued.targets.get(pk=target.pk).value, issued.tasks.get().due_on) == (25, date(2022, 9, 30))
    assert (amendment.paper.number, history(issued)[0].action, history(issued)[0].reason) == (
        "200/KH-UBND", "plan.amend", "Thiếu kinh phí",
    )  # fmt: skip


def test_bringing_in_and_taking_out(issued, target, tuan, at):
    new = {"name": "Hội chợ", "unit": "hội chợ", "bound": "exactly", "value": 2, "count_rule": "fairs"}
    edits = [edit_of(target, in_force=False), Edit(Thing.TARGET, None, new)]
    acts.amend_plan(issued, **PAPER, edits=edits, by=tuan, at=at)
    assert [one.name for one in selectors.targets_of(issued)] == ["Thẩm định cơ sở", "Hội chợ"]
    issued_names = [
        fields["name"] for (thing, _), fields in selectors.text_as_issued(issued).items() if thing == "target"
    ]
    assert issued_names == ["Sản phẩm mới", "Thẩm định cơ sở"]
    before = selectors.text_on(issued, date(2022, 6, 30))
    assert before == selectors.text_as_issued(issued)
    assert selectors.text_on(issued, date(2022, 7, 1)) != before


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"number": " "}, "amendment_incomplete"),
        ({"reason": ""}, "amendment_incomplete"),
        ({"issued_on": date(2022, 2, 28)}, "amendment_before_plan"),
        ({"issued_on": date(2026, 11, 24)}, "in_the_future"),
        ({"issued_on": date(2022, 4, 30)}, "amendment_out_of_order"),
        ({"number": "150/KH-UBND", "issued_on": date(2022, 5, 1)}, "conflict_amendment"),
    ],
)
def test_papers_that_cannot_amend(issued, target, tuan, at, refused, given, code):
    first = {"number": "150/KH-UBND", "issued_on": date(2022, 5, 1), "reason": "Lần đầu"}
    acts.amend_plan(issued, **first, edits=[edit_of(target, value=29)], by=tuan, at=at)
    asked = {**PAPER, **given, "edits": [edit_of(target, value=28)]}
    assert refused(acts.amend_plan, issued, **asked, by=tuan, at=at) == code
    assert (Amendment.objects.count(), Target.objects.get(pk=target.pk).value) == (1, 29)


def test_a_plan_without_a_known_day_is_not_amended_before_its_year(filled, tuan, at, refused):
    plan = acts.issue_plan(filled, is_partly_known=True, by=tuan, at=at)
    asked = {**PAPER, "issued_on": date(2021, 12, 31), "edits": [edit_of(plan.targets.first(), value=28)]}
    assert refused(acts.amend_plan, plan, **asked, by=tuan, at=at) == "amendment_before_plan"


def test_changes_that_cannot_be(issued, target, tuan, cast, at, refused):
    task, line = issued.tasks.get(), issued.budget_lines.get()
    cases = [
        ([edit_of(target, value=30)], "nothing_changed"),
        ([], "nothing_changed"),
        ([edit_of(target, value=None)], "number_missing"),
        ([edit_of(target, key="x")], "not_amendable"),
        ([edit_of(task, state="done")], "not_amendable"),
        ([edit_of(task, agency="")], "agency_missing"),
        ([edit_of(task, in_force=False)], "task_in_use"),
        ([edit_of(line, amount=-5)], "money_negative"),
        ([Edit(Thing.TARGET, 0, {"value": 3})], "not_in_plan"),
        ([Edit(Thing.TARGET, None, TARGET)], "counted_twice"),
    ]
    for edits, code in cases:
        assert refused(acts.amend_plan, issued, **PAPER, edits=edits, by=tuan, at=at) == code
    assert refused(acts.amend_plan, issued, **PAPER, edits=[], by=cast.quang, at=at) == "not_province_officer"
    assert (Amendment.objects.count(), Change.objects.count()) == (0, 0)


def test_results_by_hand_keep_a_target_from_being_counted(issued, tuan, at, refused):
    by_hand = issued.targets.get(count_rule="")
    acts.record_result(by_hand, on=date(2022, 5, 1), amount=1, note="Một cơ sở", by=tuan, at=at)
    edits = [edit_of(by_hand, count_rule="fairs")]
    assert refused(acts.amend_plan, issued, **PAPER, edits=edits, by=tuan, at=at) == "results_recorded"


def test_a_draft_is_not_amended(filled, tuan, at, refused):
    edits = [edit_of(filled.targets.first(), value=3)]
    assert refused(acts.amend_plan, filled, **PAPER, edits=edits, by=tuan, at=at) == "conflict_draft"


def test_a_preview_keeps_nothing(issued, target, at):
    new = {"name": "Hội chợ", "unit": "hội chợ", "bound": "exactly", "value": 2, "count_rule": "fairs"}
    found = acts.preview(issued, [edit_of(target, value=20), Edit(Thing.TARGET, None, new)], at=at)
    assert [(one.field, one.before, one.after) for one in found] == [
        ("value", 30, 20),
        ("in_force", False, True),
    ]
    assert (issued.targets.count(), Target.objects.get(pk=target.pk).value) == (2, 30)


VALUES = st.one_of(
    st.tuples(st.just("value"), st.integers(1, 99)),
    st.tuples(st.just("note"), st.text("ab", max_size=3)),
    st.tuples(st.just("name"), st.sampled_from(["Một", "Hai", "Ba"])),
    st.tuples(st.just("in_force"), st.booleans()),
)
NEW = st.tuples(st.just("new"), st.sampled_from(["Hội thảo", "Sổ tay"]))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rounds=st.lists(st.lists(st.one_of(VALUES, NEW), min_size=1, max_size=4), max_size=4))
def test_amendments_read_backwards_give_the_plan_as_issued(issued, tuan, rounds):
    from django.db import transaction

    with transaction.atomic():
        target, at = issued.targets.get(count_rule="new_products"), timezone.now()
        as_issued = selectors.snapshot(issued)
        for number, wanted in enumerate(rounds):
            days = [OLD_DAY + timedelta(days=day) for day in range(number + 1)]
            texts = [selectors.text_on(issued, day) for day in days]
            edits = _edits(target, wanted)
            if acts.preview(issued, edits, at=at):
                paper = {"number": f"{number}/KH", "issued_on": days[-1] + timedelta(days=1), "reason": "Đổi"}
                acts.amend_plan(issued, **paper, edits=edits, by=tuan, at=at)
            assert [selectors.text_on(issued, day) for day in days] == texts
        assert selectors.text_as_issued(issued) == as_issued
        transaction.set_rollback(True)


def _edits(target, wanted):
    """Each field of the target at most once in a paper, the last wish holds; everything new by itself."""
    fields = {field: value for field, value in wanted if field != "new"}
    new = [
        Edit(Thing.TARGET, None, {"name": value, "unit": "lượt", "bound": "unset"})
        for field, value in wanted
        if field == "new"
    ]
    return [*([edit_of(target, **fields)] if fields else []), *new]
