"""The plan as it was: read back from today through the amendments."""

from __future__ import annotations

from datetime import date
from typing import Any

from ocop.registers.programme.models import BudgetLine, Change, Plan, Target, Task
from ocop.registers.programme.rules import AMENDABLE, FieldChange, Snapshot, Thing, before, in_force, plain

TABLES: dict[Thing, type[Target] | type[Task] | type[BudgetLine]] = {
    Thing.TARGET: Target,
    Thing.TASK: Task,
    Thing.BUDGET_LINE: BudgetLine,
}


def snapshot(plan: Plan) -> Snapshot:
    """Everything that amendments can change, as it stands in the tables; what is out of force included."""
    found: Snapshot = {}
    for thing, table in TABLES.items():
        rows: Any = table._default_manager.filter(plan=plan)
        for row in rows.order_by("pk"):
            found[thing.value, row.pk] = {field: plain(getattr(row, field)) for field in AMENDABLE[thing]}
    return found


def text_on(plan: Plan, on: date) -> Snapshot:
    """What the plan said at the end of a day: amendments dated later are undone."""
    return in_force(before(snapshot(plan), _changes_after(plan, on)))


def text_as_issued(plan: Plan) -> Snapshot:
    """What the plan said when it was issued: every amendment is undone."""
    return in_force(before(snapshot(plan), _changes_after(plan, None)))


def _changes_after(plan: Plan, on: date | None) -> list[FieldChange]:
    rows = Change.objects.filter(amendment__plan=plan).order_by("amendment__issued_on", "amendment_id", "pk")
    if on is not None:
        rows = rows.filter(amendment__issued_on__gt=on)
    return [FieldChange(row.thing, row.thing_id, row.field, row.before, row.after) for row in rows]
