"""What is wrong with a target before it is saved; the same for drafts and amendments."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.labels import SCOPE_WORDS, count_words
from ocop.registers.programme.models import Plan, Target
from ocop.registers.programme.rules import NUMBERED, counted_rules, counted_twice, unused_fields


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
