"""Nhập từ bảng: targets from a table, tried on the plan without keeping anything, then all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Refusal, Refused, ensure, record, recorded
from ocop.kernel.tables import ReadRow, RowFault, Wrong
from ocop.registers.programme.models import Plan, Target
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.rules.tables import target_fields
from ocop.registers.programme.writes.holding import held_plan
from ocop.registers.programme.writes.targets import new_target


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
    ensure(refuse_draft_change(who_is(by, at), stored))
    faults = try_import(stored, rows)
    if faults or not rows:
        raise Refused(
            Refusal(
                "table_faulty",
                gettext("Bảng còn %(count)s chỗ cần sửa; chưa lưu gì.") % {"count": len(faults) or 1},
                gettext("Bảng được lưu trọn vẹn hoặc không lưu dòng nào."),
                gettext("Sửa các dòng đã chỉ ra rồi kiểm tra lại."),
            )
        )
    targets = [new_target(stored, target_fields(row)) for row in rows]
    record("plan.import_targets", stored, by=by, at=at, data={"keys": [target.key for target in targets]})
    return targets
