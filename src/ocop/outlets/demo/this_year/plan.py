"""The plan of this year and the draft of the next, invented throughout and marked so."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from ocop.outlets.demo.cast import DATA
from ocop.outlets.demo.moments import YEAR
from ocop.outlets.demo.stage import Stage
from ocop.registers.programme import acts
from ocop.registers.programme.models import BudgetLine, Plan, Target, Task
from ocop.registers.programme.rules import Edit, StepKind, Thing

FOLDER = DATA / "this_year"


def contents(name: str) -> Any:
    """A data file of the year."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def note_plan(stage: Stage) -> None:
    """Entered in September as it was issued in January; amended once; some tasks are done, one is late."""
    note = stage.diary.note
    note("09-02 09:00", lambda at: _write(stage, at))
    note("09-02 11:00", lambda at: _issue(stage, at))
    note("10-01 16:30", lambda at: _drop(stage, at))
    note("10-05 10:30", lambda at: _amend(stage, at))
    note("10-26 09:15", lambda at: _record(stage, at))
    note("10-27 08:40", lambda at: _withdraw(stage, at))
    note("10-29 16:20", lambda at: _finish(stage, at))
    note("11-20 16:40", lambda at: _copy(stage, at))


def _plan(stage: Stage) -> Plan:
    return Plan.objects.with_names().get(pk=stage.plans[YEAR].pk)


def _write(stage: Stage, at: datetime) -> None:
    says, by = contents("plan"), stage.people["phuc"]
    plan = stage.plans[YEAR] = acts.write_plan(
        stage.province, year=YEAR, name=says["name"], note=says["note"], is_illustration=True, by=by, at=at
    )
    targets = {row["key"]: acts.add_target(plan, fields=row, by=by, at=at) for row in says["targets"]}
    for row in says["tasks"]:
        fields = {name: row.get(name, "") for name in ("name", "agency", "partners")}
        fields |= {name: date.fromisoformat(row[name]) for name in ("starts_on", "due_on")}
        fields["office"] = stage.offices[row["office"]] if "office" in row else None
        chosen = [targets[key] for key in row["targets"]]
        stage.tasks[row["key"]] = acts.add_task(plan, fields=fields, targets=chosen, by=by, at=at)
    for row in says["budget"]:
        acts.add_budget_line(plan, fields=row | {"task": stage.tasks[row["task"]]}, by=by, at=at)
    steps = [
        acts.CycleDates(StepKind(kind), date.fromisoformat(first), date.fromisoformat(last))
        for kind, first, last in says["steps"]
    ]
    acts.set_cycle_steps(plan, steps, by=by, at=at)


def _issue(stage: Stage, at: datetime) -> None:
    says = contents("plan")
    paper = {name: says[name] for name in ("number", "signer_title", "signer_name")}
    issued_on = date.fromisoformat(says["issued_on"])
    acts.issue_plan(_plan(stage), **paper, issued_on=issued_on, by=stage.people["phuc"], at=at)


def _amend(stage: Stage, at: datetime) -> None:
    says, plan = contents("plan")["amendment"], _plan(stage)
    key, target_fields = says["target"]
    place, line_fields = says["line"]
    line = list(BudgetLine.objects.filter(plan=plan).order_by("pk"))[place]
    edits = [
        Edit(Thing.TARGET, Target.objects.get(plan=plan, key=key).pk, target_fields),
        Edit(Thing.BUDGET_LINE, line.pk, line_fields),
    ]
    acts.amend_plan(
        plan, number=says["number"], issued_on=date.fromisoformat(says["issued_on"]), reason=says["reason"],
        edits=edits, by=stage.people["phuc"], at=at,
    )  # fmt: skip


def _record(stage: Stage, at: datetime) -> None:
    for key, on, amount, note, commune in contents("plan")["results"]:
        target = Target.objects.select_related("plan__place").get(plan=stage.plans[YEAR], key=key)
        acts.record_result(
            target, on=date.fromisoformat(on), amount=amount, note=note, place=stage.commune(commune),
            by=stage.people["phuc"], at=at,
        )  # fmt: skip


def _withdraw(stage: Stage, at: datetime) -> None:
    """A result that was entered twice, and taken back."""
    key, on, amount, note, reason = contents("plan")["withdrawn"]
    target = Target.objects.select_related("plan__place").get(plan=stage.plans[YEAR], key=key)
    told = {"on": date.fromisoformat(on), "amount": amount, "note": note}
    by = stage.people["phuc"]
    result = acts.record_result(target, **told, by=by, at=at)
    acts.withdraw_result(result, reason=reason, by=by, at=at)


def _stored(stage: Stage, key: str) -> Task:
    return Task.objects.select_related("plan__place").get(pk=stage.tasks[key].pk)


def _finish(stage: Stage, at: datetime) -> None:
    """A commune reports its own task."""
    for row in contents("plan")["tasks"]:
        if "done_on" in row:
            done_on, by = date.fromisoformat(row["done_on"]), stage.people[row["by"]]
            acts.finish_task(_stored(stage, row["key"]), done_on=done_on, result=row["result"], by=by, at=at)


def _drop(stage: Stage, at: datetime) -> None:
    for row in contents("plan")["tasks"]:
        if "dropped" in row:
            acts.drop_task(
                _stored(stage, row["key"]), reason=row["dropped"][1], by=stage.people["phuc"], at=at
            )


def _copy(stage: Stage, at: datetime) -> None:
    """The draft of the next year begins as a copy of this one; an empty one, begun too early, was dropped."""
    begun, phuc = contents("plan")["next_year"], stage.people["phuc"]
    empty = acts.write_plan(stage.province, year=YEAR + 1, name=begun, by=phuc, at=at)
    acts.drop_plan(empty, reason="Sao chép từ kế hoạch năm nay cho nhanh.", by=phuc, at=at)
    stage.plans[YEAR + 1] = acts.copy_plan(
        _plan(stage), place=stage.province, year=YEAR + 1, name=contents("plan")["next_year"],
        by=stage.people["phuc"], at=at,
    )  # fmt: skip
