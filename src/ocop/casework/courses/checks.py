"""What several acts refuse: a person who cannot be, an attendance that was taken back."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.courses.models import Attendance
from ocop.casework.courses.rules.days import LONGEST_NAME
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.support.models import Activity
from ocop.foundation.refusals import Refusal


def refuse_learner(learner: Learner, activity: Activity) -> Refusal | None:
    """Nobody's name, more than a name, a commune of another province."""
    if not any(sign.isalpha() for sign in learner.name):
        return Refusal("name_missing", _("Chưa ghi họ tên."), "", _("Ghi họ tên đầy đủ, có dấu."))
    if len(learner.name) > LONGEST_NAME:
        return Refusal(
            "name_too_long",
            _("Họ tên dài quá %(longest)s ký tự.") % {"longest": LONGEST_NAME},
            "",
            _("Chỉ ghi họ tên."),
        )
    if learner.place is not None and not learner.place.is_within(activity.place.province):
        return Refusal(
            "place_elsewhere",
            _("Xã này không thuộc tỉnh của khoá học."),
            "",
            _("Chọn xã trong danh sách, hoặc để trống."),
        )
    return None


def refuse_again(attendance: Attendance, reason: str) -> Refusal | None:
    """It was taken back before; no word why."""
    if attendance.withdrawn_at is not None:
        return Refusal("conflict_withdrawn", _("Lượt dự học này đã được rút rồi."), "", _("Tải lại trang."))
    if not reason.strip():
        return Refusal("reason_missing", _("Chưa ghi lý do."), "", _("Ghi lý do rồi gửi lại."))
    return None
