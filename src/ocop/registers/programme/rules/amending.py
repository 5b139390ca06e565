"""What an amendment may change, and how a plan is read back as it was before one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ocop.registers.programme.rules.plans import Thing

IN_FORCE = "in_force"

# the fields of each thing that a paper can change; states and results are the run of the year, not the plan's
# text
AMENDABLE: Mapping[Thing, tuple[str, ...]] = {
    Thing.TARGET: (
        "name", "unit", "bound", "value", "count_rule", "place_id", "set_numbers", "stars_from",
        "legal_forms",
        "year_from", "year_to", "note", IN_FORCE,
    ),
    Thing.TASK: ("name", "agency", "office_id", "partners", "starts_on", "due_on", IN_FORCE),
    Thing.BUDGET_LINE: ("name", "source", "amount", "task_id", "note", IN_FORCE),
}  # fmt: skip

Key = tuple[str, int]
Snapshot = dict[Key, dict[str, Any]]


@dataclass(frozen=True)
class Edit:
    """What somebody wants of one thing: new values of some fields; `thing_id` None brings in a new one.

    `{"in_force": False}` takes it out.
    """

    thing: Thing
    thing_id: int | None
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class FieldChange:
    """One field before and after, as it is kept."""

    thing: str
    thing_id: int
    field: str
    before: Any
    after: Any


def plain(value: Any) -> Any:
    """A value as it is kept in a change: days and decimals as text, everything else as it is."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def before(snapshot: Snapshot, changes: Iterable[FieldChange]) -> Snapshot:
    """The plan before these changes (given in the order they were made)."""
    earlier = {key: dict(fields) for key, fields in snapshot.items()}
    for change in reversed(list(changes)):
        earlier[change.thing, change.thing_id][change.field] = change.before
    return earlier


def in_force(snapshot: Snapshot) -> Snapshot:
    """Only what the plan says at that time."""
    return {key: fields for key, fields in snapshot.items() if fields[IN_FORCE]}
