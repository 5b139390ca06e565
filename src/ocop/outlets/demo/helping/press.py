"""What was told to people in a year, line by line, from rows of data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.casework.communication import acts
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import Channel, PressState
from ocop.outlets.demo.helping.world import World

Row = dict[str, Any]


def note_press(world: World, rows: Iterable[Row], *, task: str, planned: str) -> None:
    """Planned on one day (an office below proposes its own), then carried out and recorded,
    given up, or late.
    """
    for number, row in enumerate(rows):
        clock = f"{8 + number % 9:02}:{20 + number // 9 * 10}"
        world.stage.diary.note(f"{planned} {clock}", partial(_plan, world, task, row))
        if "done_on" in row:
            last = row.get("done_until", row["done_on"])
            world.stage.diary.note(f"{last} 16:{10 + number:02}", partial(_record, world, row))
        elif "cancelled" in row:
            world.stage.diary.note(f"{row['cancelled'][0]} 10:15", partial(_cancel, world, row))


def _item(world: World, row: Row) -> PressItem:
    return PressItem.objects.select_related("place").get(
        plan=world.stage.plans[world.year], title=row["title"]
    )


def _plan(world: World, task: str, row: Row, at: datetime) -> None:
    item = acts.note_item(
        plan=world.plan, task=world.task(task), place=world.place(row["place"]), title=row["title"],
        channel=Channel(row["channel"]), outlet=row["outlet"],
        planned_on=date.fromisoformat(row["planned_on"]),
        note="Minh hoạ", by=world.person(row.get("by", "")), at=at,
    )  # fmt: skip
    if item.state == PressState.PROPOSED and not row.get("waits"):
        acts.accept_item(item, by=world.person(""), at=at)


def _record(world: World, row: Row, at: datetime) -> None:
    until = row.get("done_until")
    acts.record_item(
        _item(world, row), done_on=date.fromisoformat(row["done_on"]), times=row["times"],
        done_until=date.fromisoformat(until) if until else None, minutes=row.get("minutes"),
        reach=row.get("reach"),
        link="https://bai-viet.example/minh-hoa", by=world.person(row.get("by", "")), at=at,
    )  # fmt: skip


def _cancel(world: World, row: Row, at: datetime) -> None:
    acts.cancel_item(_item(world, row), reason=row["cancelled"][1], by=world.person(""), at=at)
