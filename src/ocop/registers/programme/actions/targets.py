"""Targets of a draft, and results recorded by hand for a plan in force."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.text import slugify_vi
from ocop.registers.programme import permissions
from ocop.registers.programme.actions.checking import refuse_place, refuse_target
from ocop.registers.programme.actions.locking import held_part, held_plan
from ocop.registers.programme.models import Plan, Target, TargetResult
from ocop.registers.programme.rules import plain

LONGEST_KEY = 40


@recorded
def add_target(plan: Plan, *, fields: Mapping[str, Any], by: Person, at: datetime) -> Target:
    """Adds a target at the end of a draft. Without a key it gets one from its name.

    Refused: issued; no name or unit; number and bound that do not fit; a scope that the count cannot heed or
    outside the province; a target that counts the same records as another.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_draft_change(by, stored, at))
    target = new_target(stored, fields)
    record("target.add", target, by=by, at=at)
    return target


def new_target(plan: Plan, fields: Mapping[str, Any]) -> Target:
    """Saves a checked target at the end of a plan; its caller says who may and writes the record."""
    target = Target(**{**fields, "plan": plan})
    target.key = fields.get("key") or free_key(plan, target.name)
    if plan.targets.filter(key=target.key).exists():
        raise Refused(
            Refusal(
                "conflict_key",
                _("Kế hoạch đã có chỉ tiêu với khoá “%(key)s”.") % {"key": target.key},
                "",
                _("Đổi khoá, hoặc sửa chỉ tiêu đã có."),
            )
        )
    ensure(refuse_target(target, siblings(plan)))
    if not target.position:
        target.position = (plan.targets.aggregate(last=Max("position"))["last"] or 0) + 1
    target.save()
    return target


def siblings(plan: Plan) -> list[Target]:
    """The targets in force with what their scopes need."""
    return list(plan.targets.filter(in_force=True).select_related("plan__place", "place__parent__parent"))


def free_key(plan: Plan, name: str) -> str:
    """A key from the name that no other target of the plan has."""
    base = slugify_vi(name)[: LONGEST_KEY - 4].strip("-") or "chi-tieu"
    taken = set(plan.targets.values_list("key", flat=True))
    return next(
        key for n in range(1, len(taken) + 2) if (key := base if n == 1 else f"{base}-{n}") not in taken
    )


@recorded
def edit_target(target: Target, *, fields: Mapping[str, Any], by: Person, at: datetime) -> Target:
    """Changes a target of a draft, its key apart. Refused as when adding."""
    stored = held_part(target)
    ensure(permissions.refuse_draft_change(by, stored.plan, at))
    before = {name: getattr(stored, name) for name in fields}
    for name, value in fields.items():
        setattr(stored, name, value)
    ensure(refuse_target(stored, siblings(stored.plan)))
    stored.save()
    if any(before[name] != value for name, value in fields.items()):
        record("target.edit", stored, by=by, at=at)
    return stored


@recorded
def remove_target(target: Target, *, by: Person, at: datetime) -> None:
    """Takes a target out of a draft; nothing official is lost. Refused once issued."""
    stored = held_part(target)
    ensure(permissions.refuse_draft_change(by, stored.plan, at))
    record("target.remove", stored, by=by, at=at, data={"key": stored.key, "name": stored.name})
    stored.delete()


@recorded
def record_result(
    target: Target,
    *,
    on: date,
    amount: int | Decimal,
    note: str,
    by: Person,
    at: datetime,
    place: Place | None = None,
    file: StoredFile | None = None,
) -> TargetResult:
    """Records a result for a target that no record can count.

    Refused: a plan not in force; a counted target (it would count twice); a day outside the plan's year or to
    come; another province; nothing done; no word of what it was.
    """
    stored = held_part(target)
    ensure(permissions.refuse_running(by, stored.plan, at) or _refuse_by_hand(stored))
    ensure(_refuse_result_day(stored.plan, on, timezone.localdate(at)) or refuse_place(place, stored.plan))
    if amount <= 0 or not note.strip():
        raise Refused(
            Refusal(
                "result_incomplete",
                _("Kết quả chưa có số lượng hoặc nội dung."),
                "",
                _("Ghi số lớn hơn 0 và kết quả là gì."),
            )
        )
    result = TargetResult.objects.create(
        target=stored, on=on, amount=amount, note=note.strip(), place=place, file=file, by=by, at=at
    )
    record("target_result.record", result, by=by, at=at, data={"target": stored.key, "amount": plain(amount)})
    return result


def _refuse_by_hand(target: Target) -> Refusal | None:
    if not target.in_force:
        return Refusal(
            "target_out",
            _("Chỉ tiêu này không còn trong kế hoạch."),
            "",
            _("Chọn chỉ tiêu khác của kế hoạch."),
        )
    if target.is_counted:
        return Refusal(
            "counted_target",
            _("“%(name)s” được đếm từ hồ sơ, không ghi kết quả bằng tay.") % {"name": target.name},
            _("Ghi thêm bằng tay thì một kết quả được tính hai lần."),
            _("Nhập hồ sơ của kết quả đó; số sẽ tự tăng."),
        )
    return None


def _refuse_result_day(plan: Plan, on: date, today: date) -> Refusal | None:
    if on > today:
        return Refusal("in_the_future", _("Ngày có kết quả còn chưa tới."), "", _("Sửa ngày."))
    if not plan.first_day <= on <= plan.last_day:
        return Refusal(
            "outside_year",
            _("Ngày này không thuộc năm %(year)s của kế hoạch.") % {"year": plan.year},
            _("Kết quả tính vào kế hoạch của năm đạt được."),
            _("Sửa ngày, hoặc ghi vào kế hoạch của năm đó."),
        )
    return None


@recorded
def withdraw_result(result: TargetResult, *, reason: str, by: Person, at: datetime) -> TargetResult:
    """Takes a recorded result back; it stays readable and counts no more.
    Refused: twice, without a reason.
    """
    stored = copy(result)
    stored.target = held_part(result.target)
    held(stored)
    ensure(permissions.refuse_running(by, stored.target.plan, at))
    if not stored.is_live:
        raise Refused(Refusal("conflict_withdrawn", _("Kết quả này đã được rút."), "", _("Tải lại trang.")))
    if not reason.strip():
        raise Refused(
            Refusal("reason_missing", _("Chưa ghi lý do rút."), "", _("Ghi vì sao kết quả không tính nữa."))
        )
    stored.withdrawn_at, stored.withdrawn_by, stored.withdrawn_reason = at, by, reason.strip()
    stored.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record("target_result.withdraw", stored, by=by, at=at, reason=stored.withdrawn_reason)
    return stored
