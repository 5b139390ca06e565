"""Tasks and money: written, reported by their holder, dropped, opened again; every refusal; what waits."""

from datetime import UTC, date, datetime

import pytest

from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.waiting import gather
from ocop.registers.programme import acts, selectors
from ocop.registers.programme.models import BudgetLine, Task
from ocop.registers.programme.rules import TASK_WORKFLOW, TaskState
from ocop.registers.programme.tests.conftest import TARGET

TASK = {
    "name": "Mở lớp",
    "agency": "Sở Nông nghiệp",
    "starts_on": date(2022, 3, 1),
    "due_on": date(2022, 6, 30),
}
DONE = {"done_on": date(2022, 6, 1), "result": "Đã mở ba lớp"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " "}, "task_incomplete"),
        ({"agency": ""}, "agency_missing"),
        ({"due_on": date(2022, 2, 28)}, "due_before_start"),
    ],
)
def test_tasks_that_cannot_be(draft, tuan, at, refused, given, code):
    assert refused(acts.add_task, draft, fields={**TASK, **given}, by=tuan, at=at) == code
    task = acts.add_task(draft, fields=TASK, by=tuan, at=at)
    assert refused(acts.edit_task, task, fields=given, by=tuan, at=at) == code


def test_offices_and_targets_of_elsewhere(draft, old_province, cast, tuan, at, refused):
    hanoi = Place.objects.get(code="01", level="province")
    far = Office.objects.create(level="province", place=hanoi, name="Sở của nơi khác")
    assert refused(acts.add_task, draft, fields={**TASK, "office": far}, by=tuan, at=at) == "office_elsewhere"
    other = acts.write_plan(old_province, year=2021, name="Năm trước", by=tuan, at=at)
    target = acts.add_target(other, fields=TARGET, by=tuan, at=at)
    assert refused(acts.add_task, draft, fields=TASK, targets=[target], by=tuan, at=at) == "target_elsewhere"


def test_numbers_follow_each_other_and_edits_are_recorded_once(filled, tuan, at):
    task = acts.add_task(filled, fields=TASK, by=tuan, at=at)
    assert task.number == 2
    target = filled.targets.first()
    acts.edit_task(task, fields={"name": "Mở lớp"}, by=tuan, at=at)
    acts.edit_task(task, fields={}, targets=[target], by=tuan, at=at)
    assert (list(task.targets.all()), [entry.action for entry in history(task)]) == (
        [target],
        ["task.edit", "task.add"],
    )
    acts.remove_task(task, by=tuan, at=at)
    assert filled.tasks.count() == 1


def test_a_task_with_money_stays(filled, tuan, at, refused):
    assert refused(acts.remove_task, filled.tasks.get(), by=tuan, at=at) == "task_in_use"


@pytest.fixture
def held(filled, cast, tuan, at):
    """The task of the plan in force, held by the office of the commune."""
    office = cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune").office
    acts.edit_task(
        filled.tasks.get(), fields={"office": office, "starts_on": date(2022, 3, 1)}, by=tuan, at=at
    )
    given = {"number": "100/KH", "issued_on": date(2022, 3, 1), "signer_name": "A"}
    return acts.issue_plan(filled, **given, by=tuan, at=at).tasks.get()


def test_the_holder_reports_it_done_and_the_province_is_told(held, cast, tuan, at):
    acts.finish_task(held, **DONE, by=cast.minh, at=at)
    stored = Task.objects.get(pk=held.pk)
    assert (stored.state, stored.done_on, stored.result) == ("done", date(2022, 6, 1), "Đã mở ba lớp")
    assert history(stored)[0].action == "task.finish"
    assert [(one.person, one.subject) for one in Message.objects.all()] == [
        (tuan, "Đã xong: Mở lớp tập huấn")
    ]


def test_nobody_is_told_of_the_own_report(held, tuan, at):
    acts.finish_task(held, **DONE, by=tuan, at=at)
    assert Message.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"result": " "}, "result_missing"),
        ({"done_on": date(2026, 11, 24)}, "in_the_future"),
        ({"done_on": date(2022, 2, 28)}, "done_before_start"),
    ],
)
def test_reports_that_cannot_be(held, tuan, at, refused, given, code):
    assert refused(acts.finish_task, held, **{**DONE, **given}, by=tuan, at=at) == code


def test_who_may_report_drop_and_attach(held, cast, at, refused, png):
    cast.appoint(cast.hoa, Role.LEADER)
    assert refused(acts.finish_task, held, **DONE, by=cast.hoa, at=at) == "not_holder"
    assert refused(acts.drop_task, held, reason="x", by=cast.minh, at=at) == "not_province_officer"
    assert refused(acts.reopen_task, held, reason="x", by=cast.minh, at=at) == "not_province_officer"
    given = {"by": cast.minh, "at": at}
    assert refused(acts.attach_to_task, held, uploads=[(png, "")], **given) == "title_missing"
    (paper,) = acts.attach_to_task(held, uploads=[(png, "Báo cáo")], **given)
    assert paper.title == "Báo cáo"


@pytest.mark.parametrize("state", list(TaskState))
@pytest.mark.parametrize("move", [move.name for move in TASK_WORKFLOW.moves])
def test_every_state_and_move(held, tuan, at, state, move):
    make = {
        "finish": lambda: acts.finish_task(held, **DONE, by=tuan, at=at),
        "drop": lambda: acts.drop_task(held, reason="Không còn cần", by=tuan, at=at),
        "reopen": lambda: acts.reopen_task(held, reason="Báo nhầm", by=tuan, at=at),
    }
    if state != "open":
        make[{"done": "finish", "dropped": "drop"}[state]]()
    legal = {
        ("open", "finish"): "done", ("open", "drop"): "dropped",
        ("done", "reopen"): "open", ("dropped", "reopen"): "open",
    }.get((state, move))  # fmt: skip
    if legal:
        make[move]()
    else:
        with pytest.raises(Refused) as found:
            make[move]()
        assert found.value.refusal.code == "conflict_state"
    stored = Task.objects.get(pk=held.pk)
    assert (stored.state, stored.done_on is not None) == (legal or state, (legal or state) == "done")


@pytest.mark.parametrize("action", [acts.drop_task, acts.reopen_task])
def test_a_reason_is_asked_for(held, tuan, at, refused, action):
    if action is acts.reopen_task:
        acts.finish_task(held, **DONE, by=tuan, at=at)
    assert refused(action, held, reason="  ", by=tuan, at=at) == "reason_missing"


@pytest.mark.parametrize(
    ("day", "holder", "province"),
    [
        (date(2022, 5, 30), 0, 0),
        (date(2022, 5, 31), 1, 0),
        (date(2022, 6, 30), 1, 0),
        (date(2022, 7, 1), 1, 1),
    ],
)
def test_what_waits_for_whom(held, cast, tuan, day, holder, province):
    moment = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    from ocop.foundation.accounts.models import Appointment

    Appointment.objects.update(starts_at=datetime(2020, 1, 1, tzinfo=UTC))
    found = [
        [one for one in gather(selectors.waiting(who, moment)) if one.key == "programme.tasks"]
        for who in (cast.minh, tuan)
    ]
    assert [sum(one.count for one in each) for each in found] == [holder, province]
    assert gather(selectors.waiting(cast.quang, moment)) == []
    if province:
        assert (found[1][0].late, found[1][0].items[0].detail, found[1][0].items[0].days_left) == (
            1,
            held.office.name,
            -1,
        )


def test_nothing_waits_for_an_operator_of_the_same_office(held, cast, at, refused):
    """Who keeps the system running sits in the office that holds the task, and has no part in it."""
    from ocop.foundation.accounts.models import Appointment

    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    Appointment.objects.create(person=cast.quang, office=held.office, role="operator", starts_at=long_ago)
    assert gather(selectors.waiting(cast.quang, datetime(2022, 7, 1, 3, tzinfo=UTC))) == []
    assert refused(acts.finish_task, held, **DONE, by=cast.quang, at=at) == "not_holder"


LINE = {"name": "Tập huấn", "source": "province", "amount": 1_000_000}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " "}, "line_incomplete"),
        ({"source": ""}, "source_missing"),
        ({"source": "lottery"}, "source_missing"),
        ({"amount": -1}, "money_negative"),
    ],
)
def test_money_that_cannot_be(draft, tuan, at, refused, given, code):
    assert refused(acts.add_budget_line, draft, fields={**LINE, **given}, by=tuan, at=at) == code
    line = acts.add_budget_line(draft, fields=LINE, by=tuan, at=at)
    assert refused(acts.edit_budget_line, line, fields=given, by=tuan, at=at) == code


def test_money_of_another_plans_task(draft, filled, old_province, tuan, at, refused):
    other = acts.write_plan(old_province, year=2021, name="Năm trước", by=tuan, at=at)
    given = {**LINE, "task": filled.tasks.get()}
    assert refused(acts.add_budget_line, other, fields=given, by=tuan, at=at) == "task_elsewhere"


def test_money_is_changed_and_taken_out(draft, tuan, cast, at, refused):
    line = acts.add_budget_line(draft, fields=LINE, by=tuan, at=at)
    acts.edit_budget_line(line, fields={"amount": None}, by=tuan, at=at)
    assert BudgetLine.objects.get().amount is None
    assert [entry.action for entry in history(line)] == ["budget_line.edit", "budget_line.add"]
    assert refused(acts.remove_budget_line, line, by=cast.minh, at=at) == "not_province_officer"
    acts.remove_budget_line(line, by=tuan, at=at)
    assert not BudgetLine.objects.exists()
