"""The help of the year, kind by kind, from data/year_2022/support.json: entered, begun, finished or given up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from ocop.casework.support import actions
from ocop.casework.support.models import Activity
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022 import artwork
from ocop.outlets.demo.year_2022.courses import note_course
from ocop.outlets.demo.year_2022.kits import issue_kits
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import YEAR, ground, rows
from ocop.registers.programme.models import BudgetLine

SOON = timedelta(days=10)
"""Payments follow the result by so many days."""


def note_old_support(stage: Stage) -> None:
    """Every row goes its way; what had been done before it was entered is entered on the same day."""
    for number, row in enumerate(rows("support")):
        clock = f"{8 + number % 9:02}:{10 + number % 5 * 10}"
        stage.diary.note(f"{row['entered']} {clock}", partial(_enter, stage, row))
        for step, done_on in row.get("steps", []):
            stage.diary.note(f"{max(done_on, row['entered'])} 17:05", partial(_step, stage, row, step, done_on))
        if "look" in row:
            stage.diary.note(f"{row['look'][0]} 17:10", partial(_look, stage, row))
        if "kits" in row:
            stage.diary.note(f"{row['kits'][0]} 10:20", partial(issue_kits, stage, row))
        if "days" in row:
            note_course(stage, row)
        if "finished" in row:
            stage.diary.note(f"{row['finished']} 17:30", partial(_finish, stage, row))
        if "cancelled" in row:
            stage.diary.note(f"{row['cancelled'][0]} 17:30", partial(_cancel, stage, row))
        if "cost" in row:
            paid_on = date.fromisoformat(row["finished"]) + SOON
            stage.diary.note(f"{paid_on} 09:40", partial(_pay, stage, row))


def stored(stage: Stage, row: dict[str, Any]) -> Activity:
    """The activity of a row as it stands now."""
    return Activity.objects.with_names().get(pk=stage.activities[key_of(row["key"])].pk)


def _fields(stage: Stage, row: dict[str, Any]) -> dict[str, Any]:
    ends_on = row.get("ends_on")
    return {
        "name": row["name"], "place": ground(row["place"]), "agency": row["agency"],
        "starts_on": date.fromisoformat(row["starts_on"]), "ends_on": date.fromisoformat(ends_on) if ends_on else None,
        "plan": stage.plans[YEAR], "task": stage.tasks[key_of(row["task"])],
    }  # fmt: skip


def _enter(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    by = person(stage, "so")
    activity = actions.plan_activity(
        kind=row["kind"], facts=row["facts"], is_illustration=True, by=by, at=at, **_fields(stage, row)
    )
    stage.activities[key_of(row["key"])] = activity
    for name in row.get("helps", []):
        whom = {"product": stage.products[key_of(name[1:])]} if name[0] == "+" else {"producer": _producer(stage, name)}
        actions.add_beneficiary(activity, by=by, at=at, **whom)
    for role, name, key, households in row.get("parties", []):
        producer = _producer(stage, key) if key else None
        actions.add_party(activity, role=role, name=name, producer=producer, households=households, by=by, at=at)
    actions.start_activity(stored(stage, row), by=by, at=at)


def _producer(stage: Stage, key: str) -> Any:
    return stage.producers[key_of(key)]


def _step(stage: Stage, row: dict[str, Any], step: str, done_on: str, at: datetime) -> None:
    actions.record_step(
        stored(stage, row), step, done_on=date.fromisoformat(done_on), office_no="MH (minh hoạ)",
        by=person(stage, "so"), at=at,
    )  # fmt: skip


def _look(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    on, state, has_photo = row["look"]
    photo = artwork.board(row["facts"]["area_name"]) if has_photo else None
    actions.record_look(
        stored(stage, row), on=date.fromisoformat(on), state=state, photo=photo, note="Minh hoạ",
        by=person(stage, "so"), at=at,
    )  # fmt: skip


def _finish(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    by = person(stage, "so")
    if "late" in row:
        facts = row["facts"] | row["late"]
        actions.edit_activity(stored(stage, row), facts=facts, by=by, at=at, **_fields(stage, row))
    result_on = date.fromisoformat(row["finished"])
    actions.finish_activity(stored(stage, row), result=row["result"], result_on=result_on, by=by, at=at)


def _cancel(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    actions.cancel_activity(stored(stage, row), reason=row["cancelled"][1], by=person(stage, "so"), at=at)


def _pay(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    """From the line that says of itself that it is an illustration."""
    line = BudgetLine.objects.get(plan=stage.plans[YEAR])
    actions.record_cost(
        stored(stage, row), budget_line=line, amount=row["cost"], paid_on=at.date(), note="Số tiền minh hoạ",
        by=person(stage, "so"), at=at,
    )  # fmt: skip
