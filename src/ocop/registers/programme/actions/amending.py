"""Changing an issued plan by a paper that amends it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.vouching import vouch
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.registers.programme import permissions
from ocop.registers.programme.actions.checking import refuse_line, refuse_target, refuse_task
from ocop.registers.programme.actions.locking import held_plan
from ocop.registers.programme.actions.money import new_line
from ocop.registers.programme.actions.plans import plan_paper
from ocop.registers.programme.actions.targets import new_target, siblings
from ocop.registers.programme.actions.tasks import new_task
from ocop.registers.programme.models import Amendment, BudgetLine, Change, Plan, Target, Task
from ocop.registers.programme.rules import AMENDABLE, IN_FORCE, Edit, FieldChange, Thing, plain
from ocop.registers.programme.selectors.history import TABLES

Row = Target | Task | BudgetLine


@recorded
def amend_plan(
    plan: Plan,
    *,
    number: str,
    issued_on: date,
    reason: str,
    edits: Sequence[Edit],
    by: Person,
    at: datetime,
    file: StoredFile | None = None,
) -> Amendment:
    """Changes an issued plan by a paper; every field is kept before and after.

    Refused: not in force; number or reason missing; dated before the plan, before an earlier amendment or
    after today; the same number again; nothing that changes; any change that the plan itself would not take.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_running(by, stored, at))
    ensure(_refuse_paper(stored, number, reason, issued_on, timezone.localdate(at)))
    amendment = Amendment.objects.create(
        plan=stored, number=number.strip(), issued_on=issued_on, reason=reason.strip(), by=by, at=at,
        paper=plan_paper(stored, number.strip(), issued_on, reason.strip()[:500], file, by=by, at=at),
    )  # fmt: skip
    changes = [change for edit in edits for change in _apply(stored, edit, at)]
    if not changes:
        raise Refused(
            Refusal(
                "nothing_changed", _("Chưa có gì thay đổi so với kế hoạch."), "", _("Sửa ít nhất một mục.")
            )
        )
    vouch(Change.objects.bulk_create(Change(amendment=amendment, **vars(change)) for change in changes))
    record("plan.amend", stored, by=by, at=at, reason=amendment.reason, data={"number": amendment.number})
    return amendment


def preview(plan: Plan, edits: Sequence[Edit], *, at: datetime) -> list[FieldChange]:
    """What an amendment would change, with the refusals it would meet; nothing is kept."""
    with transaction.atomic():
        changes = [change for edit in edits for change in _apply(held_plan(plan), edit, at)]
        transaction.set_rollback(True)
    return changes


def _refuse_paper(plan: Plan, number: str, reason: str, on: date, today: date) -> Refusal | None:
    if not number.strip() or not reason.strip():
        return Refusal(
            "amendment_incomplete",
            _("Văn bản điều chỉnh chưa có số hoặc lý do."),
            _("Kế hoạch đã ban hành chỉ đổi theo văn bản."),
            _("Ghi số, ký hiệu và lý do điều chỉnh."),
        )
    if on > today:
        return Refusal("in_the_future", _("Ngày điều chỉnh còn chưa tới."), "", _("Sửa ngày."))
    if on < (plan.issued_on or plan.first_day):
        return Refusal(
            "amendment_before_plan",
            _("Văn bản điều chỉnh có ngày trước ngày của kế hoạch."),
            _("Không thể điều chỉnh kế hoạch chưa ban hành."),
            _("Sửa ngày của văn bản điều chỉnh."),
        )
    latest = plan.amendments.last()
    if latest is not None and on < latest.issued_on:
        return Refusal(
            "amendment_out_of_order",
            _("Đã có văn bản điều chỉnh %(number)s sau ngày này.") % {"number": latest.number},
            _("Các lần điều chỉnh nối tiếp nhau theo ngày."),
            _("Sửa ngày, hoặc ghi thành lần điều chỉnh mới."),
        )
    if plan.amendments.filter(number=number.strip()).exists():
        return Refusal(
            "conflict_amendment", _("Văn bản điều chỉnh này đã được ghi."), "", _("Xem lịch sử kế hoạch.")
        )
    return None


def _apply(plan: Plan, edit: Edit, at: datetime) -> list[FieldChange]:
    """Carries out one edit and says what it changed."""
    ensure(_refuse_fields(edit))
    if edit.thing_id is None:
        row = _bring_in(plan, edit, at)
        return [FieldChange(edit.thing.value, row.pk, IN_FORCE, False, True)]
    rows: Any = TABLES[edit.thing]._default_manager
    row = rows.filter(plan=plan, pk=edit.thing_id).first()
    if row is None:
        raise Refused(
            Refusal("not_in_plan", _("Mục cần điều chỉnh không thuộc kế hoạch này."), "", _("Tải lại trang."))
        )
    found = [
        FieldChange(edit.thing.value, row.pk, name, plain(getattr(row, name)), plain(value))
        for name, value in edit.fields.items()
        if getattr(row, name) != value
    ]
    for name, value in edit.fields.items():
        setattr(row, name, value)
    ensure(_refuse_row(row, at) if row.in_force else _refuse_out(row))
    row.save(update_fields=[*edit.fields])
    return found


def _refuse_fields(edit: Edit) -> Refusal | None:
    unknown = set(edit.fields) - set(AMENDABLE[edit.thing])
    if not unknown:
        return None
    return Refusal(
        "not_amendable",
        _("Văn bản điều chỉnh không đổi được mục này: %(fields)s.") % {"fields": ", ".join(sorted(unknown))},
        "",
        _("Ghi kết quả và trạng thái ở trang của nhiệm vụ."),
    )


def _bring_in(plan: Plan, edit: Edit, at: datetime) -> Row:
    if edit.thing == Thing.TARGET:
        return new_target(plan, edit.fields)
    if edit.thing == Thing.TASK:
        return new_task(plan, edit.fields, [], at)
    return new_line(plan, edit.fields)


def _refuse_row(row: Row, at: datetime) -> Refusal | None:
    if isinstance(row, Target):
        return _refuse_results(row) or refuse_target(row, siblings(row.plan))
    if isinstance(row, Task):
        return refuse_task(row, row.targets.all(), at)
    return refuse_line(row)


def _refuse_results(target: Target) -> Refusal | None:
    """A target with results by hand that would be counted from records from now on."""
    if not target.is_counted or not target.results.filter(withdrawn_at__isnull=True).exists():
        return None
    return Refusal(
        "results_recorded",
        _("“%(name)s” đã có kết quả ghi bằng tay.") % {"name": target.name},
        _("Chuyển sang đếm từ hồ sơ thì kết quả bị tính hai lần."),
        _("Rút các kết quả ghi tay trước."),
    )


def _refuse_out(row: Row) -> Refusal | None:
    """A task goes out with its money; otherwise money would hang on nothing."""
    if isinstance(row, Task) and row.budget_lines.filter(in_force=True).exists():
        return Refusal(
            "task_in_use",
            _("Nhiệm vụ “%(name)s” còn kinh phí hoặc văn bản.") % {"name": row.name},
            _("Bỏ nhiệm vụ thì khoản đó không còn thuộc việc nào."),
            _("Chuyển kinh phí sang nhiệm vụ khác trước."),
        )
    return None
