"""Who may read, write and report on yearly plans."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.models import Plan, Programme, Task
from ocop.registers.programme.models.visible import READERS
from ocop.registers.programme.rules import PlanState


def refuse_write(who: Who, place: Place) -> Refusal | None:
    """Writing plans of a province: its officers, and those of the province that took it over."""
    if who.holds(Role.PROVINCE_OFFICER, place):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không lập, sửa được kế hoạch của %(place)s.") % {"place": place.local_name},
        _("Việc này thuộc cơ quan quản lý OCOP của tỉnh, hoặc của tỉnh tiếp nhận sau sáp nhập."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def provinces_to_write(who: Who) -> list[Place]:
    """The provinces for which the person writes plans: the programme's, then those that it took over."""
    programme = Programme.objects.here()
    if programme is None or refuse_write(who, programme.province) is not None:
        return []
    former = Place.objects.filter(level=Level.PROVINCE, followed_by__new=programme.province)
    return [programme.province, *former.order_by("code")]


def refuse_write_anywhere(who: Who, _thing: object = None) -> Refusal | None:
    """Writing plans at all: only officers of the programme's province."""
    programme = Programme.objects.here()
    if programme is not None and refuse_write(who, programme.province) is None:
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không lập được kế hoạch năm."),
        _("Việc này thuộc cơ quan quản lý OCOP cấp tỉnh."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def refuse_draft_change(who: Who, plan: Plan) -> Refusal | None:
    """Changing targets, tasks and money directly: officers of the province, while it is a draft."""
    refusal = refuse_write(who, plan.place)
    if refusal is not None or plan.is_draft:
        return refusal
    return Refusal(
        "conflict_issued",
        _("Kế hoạch đã ban hành, không sửa trực tiếp được."),
        _("Thay đổi sau khi ban hành phải có văn bản điều chỉnh."),
        _("Mở kế hoạch và chọn “Điều chỉnh”."),
    )


def refuse_running(who: Who, plan: Plan) -> Refusal | None:
    """What belongs to a plan in force (results, amendments, closing): officers of the province."""
    return refuse_write(who, plan.place) or refuse_unless_issued(plan)


def refuse_unless_issued(plan: Plan) -> Refusal | None:
    """A draft has no results yet; a closed plan has no more."""
    if plan.state == PlanState.ISSUED:
        return None
    if plan.state == PlanState.DRAFT:
        return Refusal(
            "conflict_draft",
            _("Kế hoạch còn là dự thảo."),
            _("Chỉ kế hoạch đã ban hành mới có kết quả và điều chỉnh."),
            _("Ban hành kế hoạch trước."),
        )
    return Refusal(
        "conflict_closed",
        _("Kế hoạch đã kết thúc."),
        _("Số liệu của năm đã chốt."),
        _("Xem lại ở kế hoạch năm sau."),
    )


def refuse_keep_up(who: Who, plan: Plan) -> Refusal | None:
    """Papers and the calendar of steps: officers of the province, until the plan is closed."""
    refusal = refuse_write(who, plan.place)
    if refusal is not None or plan.state != PlanState.CLOSED:
        return refusal
    return refuse_unless_issued(plan)


def refuse_report(who: Who, task: Task) -> Refusal | None:
    """Reporting on a task: whoever works on plans in the office that holds it,
    and officers of the province.
    """
    own = task.office_id is not None and task.office_id in {
        one.office_id for one in who.appointments if one.role in READERS
    }
    if own or refuse_write(who, task.plan.place) is None:
        return refuse_unless_issued(task.plan)
    return Refusal(
        "not_holder",
        _("Bạn không báo cáo được nhiệm vụ này."),
        _("Nhiệm vụ do %(holder)s thực hiện.") % {"holder": task.holder},
        _("Đề nghị cơ quan đó, hoặc cơ quan quản lý OCOP cấp tỉnh, ghi kết quả."),
    )


def refuse_read_plans(who: Who) -> Refusal | None:
    """The list of plans: whoever works on the programme in an office."""
    if any(one.role in {*READERS, Role.MINISTRY_OFFICER} for one in who.appointments):
        return None
    return Refusal(
        "not_reader",
        _("Bạn không xem được kế hoạch năm."),
        _("Kế hoạch dành cho cán bộ của cơ quan thực hiện chương trình."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )
