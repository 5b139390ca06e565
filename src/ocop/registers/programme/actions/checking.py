"""What is wrong with a target, a task or a budget line before it is saved;
the same for drafts and amendments.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from ocop.foundation.places import selectors as places
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.labels import SCOPE_WORDS, count_words
from ocop.registers.programme.models import BudgetLine, Plan, Target, Task
from ocop.registers.programme.rules import NUMBERED, BudgetSource, counted_rules, counted_twice, unused_fields


def refuse_target(target: Target, others: Iterable[Target]) -> Refusal | None:
    """Words, number, scope, and whether another target of the plan already counts the same records."""
    return (
        _refuse_words(target)
        or _refuse_number(target)
        or _refuse_scope(target)
        or _refuse_doubles(target, others)
    )


def _refuse_words(target: Target) -> Refusal | None:
    if target.name.strip() and target.unit.strip():
        return None
    return Refusal(
        "target_incomplete",
        _("Chỉ tiêu chưa có tên hoặc đơn vị tính."),
        _("Số không có đơn vị thì không đối chiếu được."),
        _("Ghi đủ tên và đơn vị tính, ví dụ “sản phẩm”."),
    )


def _refuse_number(target: Target) -> Refusal | None:
    if target.bound in NUMBERED and not target.value:
        return Refusal(
            "number_missing",
            _("Chỉ tiêu “%(name)s” chưa có số.") % {"name": target.name},
            "",
            _("Ghi số lớn hơn 0, hoặc chọn mức không nêu số."),
        )
    if target.bound not in NUMBERED and target.value is not None:
        return Refusal(
            "number_without_bound",
            _("Chỉ tiêu “%(name)s” có số nhưng mức đã chọn không nêu số.") % {"name": target.name},
            "",
            _("Chọn “Từ … trở lên” hoặc “Đúng số này”, hoặc xoá số."),
        )
    return None


def _refuse_scope(target: Target) -> Refusal | None:
    if target.count_rule and target.count_rule not in counted_rules():
        return Refusal(
            "unknown_rule",
            _("Hệ thống chưa đếm được theo cách này."),
            _("Chưa có hồ sơ ghi việc đó để đếm."),
            _("Để trống cách đếm và ghi kết quả bằng tay."),
        )
    unused = unused_fields(target.count_rule, target.narrowed_by)
    if unused:
        words = ", ".join(str(SCOPE_WORDS[name]) for name in sorted(unused))
        return Refusal(
            "scope_not_counted",
            _("“%(rule)s” không đếm riêng theo: %(fields)s.")
            % {"rule": count_words(target.count_rule), "fields": words},
            _("Số đếm sẽ rộng hơn chỉ tiêu."),
            _("Bỏ phần đó, hoặc để trống cách đếm và ghi kết quả bằng tay."),
        )
    if target.year_from and target.year_to and target.year_to < target.year_from:
        return Refusal(
            "years_order", _("Năm công nhận “đến” trước năm “từ”."), "", _("Sửa một trong hai năm.")
        )
    if target.place is not None and not target.place.is_within(target.plan.place):
        return _elsewhere(target.place, target.plan)
    return None


def _elsewhere(place: Place, plan: Plan) -> Refusal:
    return Refusal(
        "place_outside",
        _("%(place)s không thuộc %(province)s của kế hoạch.")
        % {"place": place.local_name, "province": plan.place.local_name},
        _("Kế hoạch chỉ tính trên địa bàn của tỉnh lập kế hoạch, theo tên địa phương lúc đó."),
        _("Chọn một địa phương của tỉnh này."),
    )


def refuse_place(place: Place | None, plan: Plan) -> Refusal | None:
    """A place outside the province of the plan."""
    return None if place is None or place.is_within(plan.place) else _elsewhere(place, plan)


def _refuse_doubles(target: Target, others: Iterable[Target]) -> Refusal | None:
    for other in others:
        if other.pk != target.pk and counted_twice(
            target.count_rule, target.scope, other.count_rule, other.scope
        ):
            return Refusal(
                "counted_twice",
                _("Chỉ tiêu “%(name)s” đếm trùng với “%(other)s”.")
                % {"name": target.name, "other": other.name},
                _("Cùng cách đếm và phạm vi chồng lên nhau: một kết quả sẽ được tính hai lần."),
                _("Thu hẹp phạm vi của một trong hai, hoặc bỏ bớt."),
            )
    return None


def refuse_task(task: Task, targets: Iterable[Target], at: datetime) -> Refusal | None:
    """Name, agency, days in order, an office of the province, targets of the same plan."""
    if not task.name.strip():
        return Refusal("task_incomplete", _("Chưa ghi tên nhiệm vụ."), "", _("Ghi việc phải làm."))
    if not task.agency.strip():
        return Refusal(
            "agency_missing",
            _("Nhiệm vụ “%(name)s” chưa có cơ quan chủ trì.") % {"name": task.name},
            _("Việc không có người chịu trách nhiệm thì không theo dõi được."),
            _("Ghi cơ quan chủ trì."),
        )
    if task.starts_on and task.due_on and task.due_on < task.starts_on:
        return Refusal(
            "due_before_start",
            _("Nhiệm vụ “%(name)s” có hạn xong trước ngày bắt đầu.") % {"name": task.name},
            "",
            _("Sửa một trong hai ngày."),
        )
    if any(target.plan_id != task.plan_id for target in targets):
        return Refusal(
            "target_elsewhere",
            _("Chỉ tiêu đã chọn thuộc kế hoạch khác."),
            "",
            _("Chọn chỉ tiêu của kế hoạch này."),
        )
    return _refuse_office(task, at)


def _refuse_office(task: Task, at: datetime) -> Refusal | None:
    office = task.office
    if office is None or office.place is None:
        return None
    ground = [task.plan.place, *places.today_of(task.plan.place, at.date())]
    if any(office.place.is_within(place) for place in ground):
        return None
    return Refusal(
        "office_elsewhere",
        _("%(office)s không thuộc %(province)s.")
        % {"office": office, "province": task.plan.place.local_name},
        _("Kế hoạch của tỉnh chỉ giao việc cho cơ quan của tỉnh."),
        _("Chọn cơ quan khác, hoặc chỉ ghi tên cơ quan chủ trì."),
    )


def refuse_line(line: BudgetLine) -> Refusal | None:
    """Name, source, an amount that is not negative, a task of the same plan."""
    if not line.name.strip():
        return Refusal("line_incomplete", _("Chưa ghi nội dung chi."), "", _("Ghi tiền dùng vào việc gì."))
    if line.source not in set(BudgetSource):
        return Refusal(
            "source_missing",
            _("“%(name)s” chưa có nguồn kinh phí.") % {"name": line.name},
            _("Không có nguồn thì không cộng và không đối chiếu được."),
            _("Chọn nguồn của khoản này."),
        )
    if line.amount is not None and line.amount < 0:
        return Refusal(
            "money_negative",
            _("“%(name)s” có số tiền âm.") % {"name": line.name},
            "",
            _("Ghi số tiền từ 0 đồng, hoặc để trống nếu chưa biết."),
        )
    if line.task is not None and line.task.plan_id != line.plan_id:
        return Refusal(
            "task_elsewhere",
            _("Nhiệm vụ đã chọn thuộc kế hoạch khác."),
            "",
            _("Chọn nhiệm vụ của kế hoạch này."),
        )
    return None
