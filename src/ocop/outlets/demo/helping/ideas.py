"""Ideas of a year from rows of data: written, sent, returned, decided by the level of the day's law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from ocop.casework.ideas.acts import (
    approve_idea,
    refuse_idea,
    register_idea,
    return_idea,
    save_idea,
    submit_idea,
    withdraw_idea,
)
from ocop.casework.ideas.models import Idea
from ocop.foundation.accounts.models import Person
from ocop.outlets.demo.helping.world import World

MORE = "Minh hoạ: đã nói rõ mùa vụ, sản lượng và nơi bán."
Row = dict[str, Any]


def note_ideas(world: World, rows: Iterable[Row]) -> None:
    """Each step on the day that the row names; a row without one does not take it."""
    for number, row in enumerate(rows):
        clock = f"{8 + number % 9:02}:{number // 9 * 20 + 10}"
        steps: dict[str, Any] = {
            "written": _write, "sent": _send, "again": _send_again, "decided": _approve,
            "withdrawn": _withdraw,
            "returned": partial(_answer, return_idea, "returned"),
            "refused": partial(_answer, refuse_idea, "refused"),
        }  # fmt: skip
        for name, step in steps.items():
            if name in row:
                on = row[name] if isinstance(row[name], str) else row[name][0]
                world.stage.diary.note(f"{on} {clock}", partial(step, world, row))


def name_of(world: World, row: Row) -> str:
    """The idea's name: its own, or that of the product it became."""
    return str(row.get("name") or world.product(row["product"]).name)


def _idea(world: World, row: Row) -> Idea:
    return Idea.objects.get(name=name_of(world, row))


def _owner(world: World, row: Row) -> Person:
    """Who writes the idea down: the named person, else the one who acts for the product's producer."""
    if "by" in row:
        return world.person(row["by"])
    return world.product(row["product"]).producer.representations.get().person


def _write(world: World, row: Row, at: datetime) -> None:
    producer = world.product(row["product"]).producer if "product" in row else None
    producer = world.producer(row["producer"]) if "producer" in row else producer
    place = producer.commune if producer else world.place(row["commune"])
    fields = {name: row[name] for name in ("material", "market", "proposer") if name in row}
    fields |= {"name": name_of(world, row), "place": place, "help_wanted": "Minh hoạ: nhãn mác, tập huấn."}
    register_idea(
        fields=fields, producer=producer, is_for_other="proposer" in row, is_illustration=True,
        by=_owner(world, row), at=at,
    )  # fmt: skip


def _send(world: World, row: Row, at: datetime) -> None:
    if "written" not in row:
        _write(world, row, at)
    submit_idea(_idea(world, row), by=_owner(world, row), at=at)


def _send_again(world: World, row: Row, at: datetime) -> None:
    save_idea(_idea(world, row), fields={"description": MORE}, by=_owner(world, row), at=at)
    submit_idea(_idea(world, row), by=_owner(world, row), at=at)


def _approve(world: World, row: Row, at: datetime) -> None:
    approve_idea(_idea(world, row), by=world.person(row["decider"]), at=at)


def _answer(act: Any, name: str, world: World, row: Row, at: datetime) -> None:
    act(_idea(world, row), reason=row[name][1], by=world.person(row["decider"]), at=at)


def _withdraw(world: World, row: Row, at: datetime) -> None:
    withdraw_idea(_idea(world, row), reason="Minh hoạ: để năm sau.", by=_owner(world, row), at=at)
