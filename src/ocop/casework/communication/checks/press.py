"""What a line of the press plan may not be."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.communication.checks.news import too_long
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import PressState
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.kernel.text import fold
from ocop.registers.programme.rules import PlanState


def refuse_line(item: PressItem) -> Refusal | None:
    """A line that says nothing or too much, that its plan does not have room for, or that is there already
    (same words, channel, place and day: it would be counted twice).
    """
    if not item.title:
        return Refusal(
            "title_missing", _("Đầu việc chưa ghi nội dung."), "", _("Ghi truyền thông về việc gì.")
        )
    if len(item.title) > 200:
        return too_long(str(PressItem._meta.get_field("title").verbose_name), 200)
    if (refusal := _refuse_plan(item)) is not None:
        return refusal
    same = PressItem.objects.filter(place=item.place, channel=item.channel, planned_on=item.planned_on)
    others = same.exclude(pk=item.pk).exclude(state=PressState.CANCELLED).values_list("title", flat=True)
    if fold(item.title) not in {fold(title) for title in others}:
        return None
    return Refusal(
        "already_planned",
        _("“%(item)s” ngày %(day)s đã có trong kế hoạch.")
        % {"item": item.title, "day": ngay(item.planned_on)},
        _("Cùng nội dung, kênh, địa bàn và ngày sẽ bị đếm hai lần."),
        _("Mở đầu việc đã có, hoặc đổi ngày."),
    )


def _refuse_plan(item: PressItem) -> Refusal | None:
    """A task of another plan, a plan whose year is over, a day or a place that the plan does not speak of."""
    plan, task = item.plan, item.task
    if task is not None and (plan is None or task.plan_id != plan.pk):
        return Refusal(
            "task_of_another_plan",
            _("Nhiệm vụ “%(task)s” không thuộc kế hoạch này.") % {"task": task.name},
            "",
            _("Chọn nhiệm vụ của kế hoạch, hoặc để trống."),
        )
    if plan is None:
        return None
    if plan.state == PlanState.CLOSED:
        return Refusal(
            "plan_closed",
            _("Kế hoạch %(plan)s đã kết thúc.") % {"plan": plan},
            "",
            _("Chọn kế hoạch đang thực hiện."),
        )
    if item.planned_on.year != plan.year:
        return Refusal(
            "outside_year",
            _("Ngày %(day)s không thuộc năm %(year)s của kế hoạch.")
            % {"day": ngay(item.planned_on), "year": plan.year},
            "",
            _("Sửa ngày, hoặc chọn kế hoạch khác."),
        )
    if item.place.is_within(plan.place):
        return None
    return Refusal(
        "outside_place",
        _("%(place)s không thuộc %(plan)s.") % {"place": item.place, "plan": plan.place},
        _("Việc của tỉnh khác không đếm vào kế hoạch này."),
        _("Chọn địa bàn của kế hoạch."),
    )
