"""What is wrong with a task before it is saved or taken out; the same for drafts and amendments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from ocop.foundation.places import selectors as places
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.models import Target, Task


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


def refuse_task_in_use(task: Task, *, is_used: bool) -> Refusal | None:
    """A task with money or papers stays; otherwise these would hang on nothing."""
    if not is_used:
        return None
    return Refusal(
        "task_in_use",
        _("Nhiệm vụ “%(name)s” còn kinh phí hoặc văn bản.") % {"name": task.name},
        _("Bỏ nhiệm vụ thì khoản đó không còn thuộc việc nào."),
        _("Chuyển kinh phí sang nhiệm vụ khác trước."),
    )
