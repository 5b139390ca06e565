"""Điều chỉnh: changes an issued plan by a paper that amends it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded, vouch
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.about import PLAN
from ocop.registers.programme.checks import refuse_line, refuse_target, refuse_task, refuse_task_in_use
from ocop.registers.programme.models import Amendment, BudgetLine, Change, Plan, Target, Task
from ocop.registers.programme.permissions import refuse_running
from ocop.registers.programme.rules import AMENDABLE, IN_FORCE, Edit, FieldChange, PlanState, Thing, plain
from ocop.registers.programme.selectors.history import TABLES
from ocop.registers.programme.writes.holding import held_plan
from ocop.registers.programme.writes.money import new_line
from ocop.registers.programme.writes.papers import plan_paper
from ocop.registers.programme.writes.targets import new_target, siblings
from ocop.registers.programme.writes.tasks import new_task

Row = Target | Task | BudgetLine


class AsksAmendment(Asks):
    """The paper that amends."""

    number = TextField(label=_("Văn bản điều chỉnh: số, ký hiệu"), max_length=60)
    issued_on = DateField(label=_("Ngày ban hành"))
    reason = TextField(label=_("Lý do điều chỉnh"), lines=2, max_length=1000)

    gives = frozenset({"number", "issued_on", "reason", "edits"})


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
) -> Amendment:
    """Changes an issued plan by a paper; every field is kept before and after.

    Refused: not in force; number or reason missing; dated before the plan, before an earlier amendment or
    after today; the same number again; nothing that changes; any change that the plan itself would not take.
    """
    stored = held_plan(plan)
    ensure(refuse_running(who_is(by, at), stored))
    ensure(_refuse_paper(stored, number, reason, issued_on, timezone.localdate(at)))
    amendment = Amendment.objects.create(
        plan=stored, number=number.strip(), issued_on=issued_on, reason=reason.strip(), by=by, at=at,
        paper=plan_paper(stored, number.strip(), issued_on, reason.strip()[:500], None, by=by, at=at),
    )  # fmt: skip
    changes = [change for edit in edits for change in _apply(stored, edit, at)]
    if not changes:
        raise Refused(
            Refusal(
                "nothing_changed",
                gettext("Chưa có gì thay đổi so với kế hoạch."),
                "",
                gettext("Sửa ít nhất một mục."),
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
            gettext("Văn bản điều chỉnh chưa có số hoặc lý do."),
            gettext("Kế hoạch đã ban hành chỉ đổi theo văn bản."),
            gettext("Ghi số, ký hiệu và lý do điều chỉnh."),
        )
    if on > today:
        return Refusal("in_the_future", gettext("Ngày điều chỉnh còn chưa tới."), "", gettext("Sửa ngày."))
    if on < (plan.issued_on or plan.first_day):
        return Refusal(
            "amendment_before_plan",
            gettext("Văn bản điều chỉnh có ngày trước ngày của kế hoạch."),
            gettext("Không thể điều chỉnh kế hoạch chưa ban hành."),
            gettext("Sửa ngày của văn bản điều chỉnh."),
        )
    latest = plan.amendments.last()
    if latest is not None and on < latest.issued_on:
        return Refusal(
            "amendment_out_of_order",
            gettext("Đã có văn bản điều chỉnh %(number)s sau ngày này.") % {"number": latest.number},
            gettext("Các lần điều chỉnh nối tiếp nhau theo ngày."),
            gettext("Sửa ngày, hoặc ghi thành lần điều chỉnh mới."),
        )
    if plan.amendments.filter(number=number.strip()).exists():
        return Refusal(
            "conflict_amendment",
            gettext("Văn bản điều chỉnh này đã được ghi."),
            "",
            gettext("Xem lịch sử kế hoạch."),
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
            Refusal(
                "not_in_plan",
                gettext("Mục cần điều chỉnh không thuộc kế hoạch này."),
                "",
                gettext("Tải lại trang."),
            )
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
        gettext("Văn bản điều chỉnh không đổi được mục này: %(fields)s.")
        % {"fields": ", ".join(sorted(unknown))},
        "",
        gettext("Ghi kết quả và trạng thái ở trang của nhiệm vụ."),
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
        gettext("“%(name)s” đã có kết quả ghi bằng tay.") % {"name": target.name},
        gettext("Chuyển sang đếm từ hồ sơ thì kết quả bị tính hai lần."),
        gettext("Rút các kết quả ghi tay trước."),
    )


def _refuse_out(row: Row) -> Refusal | None:
    """A task goes out with its money."""
    if not isinstance(row, Task):
        return None
    return refuse_task_in_use(row, is_used=row.budget_lines.filter(in_force=True).exists())


AMEND_PLAN = Act(
    about=PLAN,
    name="plan_amend",
    path="dieu-chinh/",
    when=frozenset({PlanState.ISSUED}),
    refuse=refuse_running,
    form=AsksAmendment,
    do=amend_plan,
    button=_("Điều chỉnh"),
    heading=_("Điều chỉnh kế hoạch"),
    said=_("Đã ghi điều chỉnh."),
    template="programme/amend.html",
    weight="quiet",
)
"""Its page is `pages/amending.py`: the whole plan stands there as rows, with a look at before and after."""
