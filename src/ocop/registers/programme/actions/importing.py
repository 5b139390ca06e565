"""Targets from a table: tried on the plan without keeping anything, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.tables import ReadRow, RowFault, Wrong
from ocop.registers.programme import permissions
from ocop.registers.programme.actions.locking import held_plan
from ocop.registers.programme.actions.targets import new_target
from ocop.registers.programme.models import Plan, Target
from ocop.registers.programme.rules.tables import target_fields


def try_import(plan: Plan, rows: Sequence[ReadRow]) -> list[RowFault]:
    """Tries good rows of a table on the plan and says what it refuses; nothing is kept."""
    faults = []
    with transaction.atomic():
        stored = held_plan(plan)
        for row in rows:
            try:
                with transaction.atomic():
                    new_target(stored, target_fields(row))
            except Refused as refused:
                faults.append(RowFault("", Wrong.REFUSED, str(refused.refusal), row.number))
        transaction.set_rollback(True)
    return faults


@recorded
def import_targets(plan: Plan, rows: Sequence[ReadRow], *, by: Person, at: datetime) -> list[Target]:
    """Adds every target of a table to a draft, in its order.

    Refused: issued; nothing in it; a target that the plan refuses (`try_import` names them): then nothing is
    kept.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_draft_change(by, stored, at))
    faults = try_import(stored, rows)
    if faults or not rows:
        raise Refused(
            Refusal(
                "table_faulty",
                _("Bảng còn %(count)s chỗ cần sửa; chưa lưu gì.") % {"count": len(faults) or 1},
                _("Bảng được lưu trọn vẹn hoặc không lưu dòng nào."),
                _("Sửa các dòng đã chỉ ra rồi kiểm tra lại."),
            )
        )
    targets = [new_target(stored, target_fields(row)) for row in rows]
    record("plan.import_targets", stored, by=by, at=at, data={"keys": [target.key for target in targets]})
    return targets
