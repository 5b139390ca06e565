"""The plan itself: published targets, invented tasks;
put on record after its year, because parts of it are unknown.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import FOLDER, PROVINCE, YEAR, ground, target_rows
from ocop.registers.programme import acts
from ocop.registers.programme.models import Plan, Task
from ocop.registers.programme.rules import Edit, StepKind, Thing


def contents() -> dict[str, Any]:
    """What data/year_2022/plan.json says."""
    found: dict[str, Any] = json.loads((FOLDER / "plan.json").read_text("utf-8"))
    return found


def plan_of(stage: Stage) -> Plan:
    """The plan as it stands now."""
    return Plan.objects.with_names().get(pk=stage.plans[YEAR].pk)


def note_old_plan(stage: Stage) -> None:
    """Written in January; put in force, reported on and closed when its year is over.

    No result is typed: every target is counted from records or stays a target without a number.
    Day and signer of the paper are not known, and only the plan of a past year may be entered so.
    """
    note = stage.diary.note
    note("2022-01-20 08:30", lambda at: _write(stage, at))
    note("2022-01-20 10:00", lambda at: _write_tasks(stage, at))
    note("2023-01-03 09:00", lambda at: _issue(stage, at))
    note("2023-01-03 10:00", lambda at: _amend(stage, at))
    note("2023-01-05 09:00", lambda at: _report(stage, at))
    note("2023-01-10 16:00", lambda at: _close(stage, at))


def _write(stage: Stage, at: datetime) -> None:
    says, by, place = contents(), person(stage, "so"), ground(PROVINCE)
    frame = acts.write_frame(place, **says["frame"], by=by, at=at)
    plan = acts.write_plan(place, year=YEAR, name=says["name"], frame=frame, note=says["note"], by=by, at=at)
    stage.plans[YEAR] = plan
    for row in target_rows():
        acts.add_target(plan, fields=_target(row), by=by, at=at)
    acts.add_budget_line(plan, fields=says["budget_line"], by=by, at=at)
    steps = [acts.CycleDates(StepKind(kind), day(first), day(last)) for kind, first, last in says["steps"]]
    acts.set_cycle_steps(plan, steps, by=by, at=at)


def _target(row: dict[str, str]) -> dict[str, Any]:
    """A published target; what is not known stays empty."""
    numbers = {name: int(row[name]) if row[name] else None for name in ("value", "year_from", "year_to")}
    kept = {name: row[name] for name in ("key", "unit", "bound", "count_rule")}
    return {**kept, **numbers, "name": row["text"]}


def day(text: str) -> date:
    """A day of the data file."""
    return date.fromisoformat(text)


def _write_tasks(stage: Stage, at: datetime) -> None:
    plan = plan_of(stage)
    targets = {target.key: target for target in plan.targets.all()}
    for row in contents()["tasks"]:
        stage.tasks[key_of(row["key"])] = acts.add_task(
            plan, fields=_task(stage, row), targets=[targets[key] for key in row["targets"]],
            by=person(stage, "so"), at=at,
        )  # fmt: skip


def _task(stage: Stage, row: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: row.get(name, "") for name in ("name", "agency", "partners")}
    fields |= {name: day(row[name]) for name in ("starts_on", "due_on")}
    return fields | ({"office": stage.offices[key_of(row["office"])]} if "office" in row else {})


def _issue(stage: Stage, at: datetime) -> None:
    acts.issue_plan(
        plan_of(stage), number=contents()["number"], is_partly_known=True, by=person(stage, "so"), at=at
    )


def _amend(stage: Stage, at: datetime) -> None:
    """A later end for the evaluation, and one more task; no target changes."""
    says = contents()["amendment"]
    later = [
        Edit(Thing.TASK, stage.tasks[key_of(key)].pk, {"due_on": day(due)})
        for key, due in says["due"].items()
    ]
    brought = Edit(Thing.TASK, None, _task(stage, says["added"]))
    acts.amend_plan(
        plan_of(stage), number=says["number"], issued_on=day(says["issued_on"]), reason=says["reason"],
        edits=[*later, brought], by=person(stage, "so"), at=at,
    )  # fmt: skip
    stage.tasks[key_of(says["added"]["key"])] = Task.objects.get(
        plan=stage.plans[YEAR], name=says["added"]["name"]
    )


def _report(stage: Stage, at: datetime) -> None:
    """What came of every task; offices report their own."""
    for row in [*contents()["tasks"], contents()["amendment"]["added"]]:
        task = Task.objects.select_related("plan__place").get(pk=stage.tasks[key_of(row["key"])].pk)
        if "dropped" in row:
            acts.drop_task(task, reason=row["dropped"], by=person(stage, "so"), at=at)
        else:
            by = person(stage, "bao-thang" if row.get("office") == "086" else "so")
            acts.finish_task(task, done_on=day(row["done_on"]), result=row["result"], by=by, at=at)


def _close(stage: Stage, at: datetime) -> None:
    acts.close_plan(plan_of(stage), by=person(stage, "so"), at=at)
