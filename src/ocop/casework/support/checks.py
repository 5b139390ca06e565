"""What several acts refuse about what they were told: an entry that cannot be, a day, somebody twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support.models import Activity
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import lies_on
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.registers.programme.models import Plan, Task


def refuse_entry(
    *,
    name: str,
    agency: str,
    place: Place,
    starts_on: date,
    ends_on: date | None,
    plan: Plan | None,
    task: Task | None,
) -> Refusal | None:
    """A name or an agency missing, days upside down, a place or year outside the plan, a task of another."""
    parts = [word for word, text in ((_("tên"), name), (_("cơ quan thực hiện"), agency)) if not text.strip()]
    if parts:
        return refuse_incomplete(parts)
    if ends_on is not None and ends_on < starts_on:
        return _upside_down(starts_on, ends_on)
    refusal = None if plan is None else _refuse_plan(plan, place, starts_on, ends_on)
    if refusal is None and task is not None and (plan is None or task.plan_id != plan.pk):
        return Refusal(
            "task_of_other_plan",
            _("Nhiệm vụ này không thuộc kế hoạch đã chọn."),
            "",
            _("Chọn nhiệm vụ của kế hoạch đó."),
        )
    return refusal


def refuse_incomplete(parts: Sequence[str]) -> Refusal:
    """These parts are missing."""
    return Refusal(
        "incomplete",
        _("Hoạt động còn thiếu: %(parts)s.") % {"parts": ", ".join(parts)},
        "",
        _("Ghi đủ rồi gửi lại."),
    )


def _upside_down(first: date, last: date) -> Refusal:
    return Refusal(
        "dates_upside_down",
        _("Ngày kết thúc %(last)s sớm hơn ngày bắt đầu %(first)s.")
        % {"first": ngay(first), "last": ngay(last)},
        "",
        _("Sửa một trong hai ngày."),
    )


def _refuse_plan(plan: Plan, place: Place, starts_on: date, ends_on: date | None) -> Refusal | None:
    if not lies_on(place.pk, plan.place):
        return Refusal(
            "place_outside_plan",
            _("%(place)s không thuộc địa bàn của kế hoạch năm %(year)s, %(province)s.")
            % {"place": str(place)[:1].upper() + str(place)[1:], "year": plan.year, "province": plan.place},
            _("Kế hoạch chỉ tính hoạt động trong tỉnh của nó."),
            _("Chọn địa bàn khác hoặc kế hoạch khác."),
        )
    if starts_on > plan.last_day or (ends_on is not None and ends_on < plan.first_day):
        return Refusal(
            "outside_plan_year",
            _("Thời gian của hoạt động không có ngày nào trong năm %(year)s của kế hoạch.")
            % {"year": plan.year},
            "",
            _("Sửa ngày hoặc chọn kế hoạch khác."),
        )
    return None


def refuse_day(day: date, activity: Activity, at: datetime) -> Refusal | None:
    """A day before the activity began, or one that has not come."""
    if day < activity.starts_on:
        return Refusal(
            "day_before_start",
            _("Ngày này sớm hơn ngày bắt đầu %(day)s.") % {"day": ngay(activity.starts_on)},
            "",
            _("Sửa lại ngày."),
        )
    return refuse_to_come(day, at)


def refuse_to_come(day: date, at: datetime) -> Refusal | None:
    """A day that has not come."""
    if day <= timezone.localdate(at):
        return None
    return Refusal("day_in_future", _("Ngày này chưa tới."), "", _("Ghi ngày đã diễn ra."))


def twice(name: str) -> Refusal:
    """The same producer, product or party again."""
    return Refusal(
        "twice", _("“%(name)s” đã có trong hoạt động này.") % {"name": name}, "", _("Không cần thêm lần nữa.")
    )
