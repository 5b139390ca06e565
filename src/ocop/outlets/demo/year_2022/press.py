"""What was told to people in the year, line by line, from data/year_2022/press.json."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.casework.communication import actions
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import Channel, PressState
from ocop.foundation.accounts.models import Person
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import YEAR, ground, rows


def note_old_press(stage: Stage) -> None:
    """Planned in January (a district proposes its own), then carried out and recorded, or given up."""
    for number, row in enumerate(rows("press")):
        stage.diary.note(f"2022-01-24 {8 + number % 9:02}:{20 + number // 9 * 10}", partial(_plan, stage, row))
        if "done_on" in row:
            last = row.get("done_until", row["done_on"])
            stage.diary.note(f"{last} 16:{10 + number:02}", partial(_record, stage, row))
        else:
            stage.diary.note(f"{row['cancelled'][0]} 10:15", partial(_cancel, stage, row))


def _by(stage: Stage, row: dict[str, Any]) -> Person:
    return person(stage, row.get("by", "so"))


def _item(stage: Stage, row: dict[str, Any]) -> PressItem:
    return PressItem.objects.select_related("place").get(plan=stage.plans[YEAR], title=row["title"])


def _plan(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    item = actions.note_item(
        plan=stage.plans[YEAR], task=stage.tasks[key_of("tuyen-truyen")], place=ground(row["place"]),
        title=row["title"], channel=Channel(row["channel"]), outlet=row["outlet"],
        planned_on=date.fromisoformat(row["planned_on"]), note="Minh hoạ", by=_by(stage, row), at=at,
    )  # fmt: skip
    if item.state == PressState.PROPOSED:
        actions.accept_item(item, by=person(stage, "so"), at=at)


def _record(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    until = row.get("done_until")
    actions.record_item(
        _item(stage, row), done_on=date.fromisoformat(row["done_on"]), times=row["times"],
        done_until=date.fromisoformat(until) if until else None, minutes=row.get("minutes"), reach=row.get("reach"),
        link="https://bai-viet.example/minh-hoa", by=_by(stage, row), at=at,
    )  # fmt: skip


def _cancel(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    actions.cancel_item(_item(stage, row), reason=row["cancelled"][1], by=person(stage, "so"), at=at)
