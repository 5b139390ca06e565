"""Help of a year, kind by kind, from rows of data: entered, begun, finished or given up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.casework.support import acts
from ocop.casework.support.models import Activity
from ocop.outlets.demo.helping import artwork
from ocop.outlets.demo.helping.courses import note_course
from ocop.outlets.demo.helping.kits import issue_kits
from ocop.outlets.demo.helping.world import World

Row = dict[str, Any]


def note_help(world: World, rows: Iterable[Row]) -> None:
    """Every row goes its way; what had been done before it was entered is entered on the same day."""
    for number, row in enumerate(rows):
        note = world.stage.diary.note
        note(f"{row['entered']} {8 + number % 9:02}:{10 + number % 5 * 10}", partial(_enter, world, row))
        for step, done_on in row.get("steps", []):
            note(f"{max(done_on, row['entered'])} 17:05", partial(_step, world, row, step, done_on))
        for look in row.get("looks", []):
            note(f"{look[0]} 17:10", partial(_look, world, row, look))
        for kits in row.get("kits", []):
            note(f"{kits[0]} 10:20", partial(issue_kits, world, row, kits))
        if "days" in row:
            note_course(world, row)
        if "finished" in row:
            note(f"{row['finished']} 17:30", partial(_finish, world, row))
        if "cancelled" in row:
            note(f"{row['cancelled'][0]} 17:30", partial(_cancel, world, row))
        for paid_on, amount, *line in row.get("costs", []):
            note(f"{paid_on} 17:40", partial(_pay, world, row, amount, line[0] if line else 0))


def stored(world: World, row: Row) -> Activity:
    """The activity of a row as it stands now."""
    return Activity.objects.with_names().get(pk=world.stage.activities[world.key(row["key"])].pk)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _fields(world: World, row: Row) -> dict[str, Any]:
    return {
        "name": row["name"], "place": world.place(row["place"]), "agency": row["agency"],
        "starts_on": date.fromisoformat(row["starts_on"]), "ends_on": _day(row.get("ends_on")),
        "plan": world.plan,
        "task": world.task(row["task"]),
    }  # fmt: skip


def _enter(world: World, row: Row, at: datetime) -> None:
    by = world.person("")
    activity = acts.plan_activity(
        kind=row["kind"], facts=row["facts"], is_illustration=True, by=by, at=at, **_fields(world, row)
    )
    world.stage.activities[world.key(row["key"])] = activity
    for name in row.get("helps", []):
        whom = {"product": world.product(name[1:])} if name[0] == "+" else {"producer": world.producer(name)}
        acts.add_beneficiary(activity, by=by, at=at, **whom)
    for role, name, key, households in row.get("parties", []):
        producer = world.producer(key) if key else None
        acts.add_party(activity, role=role, name=name, producer=producer, households=households, by=by, at=at)
    if not row.get("waits"):
        acts.start_activity(stored(world, row), by=by, at=at)


def _step(world: World, row: Row, step: str, done_on: str, at: datetime) -> None:
    acts.record_step(
        stored(world, row).steps.get(key=step),
        done_on=date.fromisoformat(done_on), office_no="MH (minh hoạ)",
        by=world.person(""),
        at=at,
    )  # fmt: skip


def _look(world: World, row: Row, look: list[Any], at: datetime) -> None:
    on, state, has_photo = look
    photo = artwork.board(row["facts"]["area_name"]) if has_photo else None
    acts.record_look(
        stored(world, row), on=date.fromisoformat(on), state=state, photo=photo, note="Minh hoạ",
        by=world.person(""),
        at=at,
    )  # fmt: skip


def _finish(world: World, row: Row, at: datetime) -> None:
    by = world.person("")
    if "late" in row:
        facts = row["facts"] | row["late"]
        acts.edit_activity(stored(world, row), facts=facts, by=by, at=at, **_fields(world, row))
    result_on = date.fromisoformat(row["finished"])
    acts.finish_activity(stored(world, row), result=row["result"], result_on=result_on, by=by, at=at)


def _cancel(world: World, row: Row, at: datetime) -> None:
    acts.cancel_activity(stored(world, row), reason=row["cancelled"][1], by=world.person(""), at=at)


def _pay(world: World, row: Row, amount: int, line: int, at: datetime) -> None:
    acts.record_cost(
        stored(world, row), budget_line=world.line(line), amount=amount, paid_on=at.date(),
        note="Số tiền minh hoạ",
        by=world.person(""), at=at,
    )  # fmt: skip
