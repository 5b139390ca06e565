"""Targets from a table: a dry run that names every fault, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.faults import Fault
from ocop.registers.programme import permissions
from ocop.registers.programme.actions.locking import held_plan
from ocop.registers.programme.actions.targets import new_target
from ocop.registers.programme.models import Plan, Target
from ocop.registers.programme.rules.tables import FaultKind, Table, TargetRow, read_targets


def try_import(plan: Plan, cells: Sequence[Sequence[str]]) -> Table:
    """Reads the table and tries it on the plan; nothing is kept.
    Faults are those of cells, then those of the plan.
    """
    table = read_targets(cells)
    if not table.faults:
        with transaction.atomic():
            stored = held_plan(plan)
            for row in table.rows:
                if fault := _fault_of(stored, row):
                    table.faults.append(fault)
            transaction.set_rollback(True)
    return table


def _fault_of(plan: Plan, row: TargetRow) -> Fault[FaultKind] | None:
    try:
        with transaction.atomic():
            new_target(plan, _fields(row))
    except Refused as refused:
        return Fault("", FaultKind.REFUSED, str(refused.refusal), line=row.row)
    return None


def _fields(row: TargetRow) -> dict[str, Any]:
    return {
        "key": row.key, "name": row.name, "unit": row.unit, "value": row.value, "bound": row.bound.value,
        "count_rule": row.count_rule, "year_from": row.year_from, "year_to": row.year_to, "note": row.note,
    }  # fmt: skip


@recorded
def import_targets(plan: Plan, cells: Sequence[Sequence[str]], *, by: Person, at: datetime) -> list[Target]:
    """Adds every target of a table to a draft, in its order.

    Columns key, text, unit, value, at_least, counted_from, in English or Vietnamese; text and unit must be
    there. Refused: issued; any fault at all (`try_import` names them): then nothing is kept.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_draft_change(by, stored, at))
    table = try_import(stored, cells)
    if table.faults:
        raise Refused(
            Refusal(
                "table_faulty",
                _("Bảng còn %(count)s chỗ cần sửa; chưa lưu gì.") % {"count": len(table.faults)},
                "",
                _("Sửa các dòng đã chỉ ra rồi kiểm tra lại."),
            )
        )
    targets = [new_target(stored, _fields(row)) for row in table.rows]
    record("plan.import_targets", stored, by=by, at=at, data={"keys": [target.key for target in targets]})
    return targets
