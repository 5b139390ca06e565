"""Ghi tên tôi: whoever sits in the hall signs in by the code of the day, without an account."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.courses.checks import refuse_learner
from ocop.casework.courses.models import Attendance, CourseDay
from ocop.casework.courses.rules.days import MOST_A_DAY, DayWindow, window_on
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.courses.selectors import day_of_code
from ocop.casework.courses.writes import same_on, tidied, write_attendance
from ocop.casework.support.rules.people import Via
from ocop.foundation.acts import Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.templatetags.ui import ngay


@recorded
def sign_in(code: str, learner: Learner, *, at: datetime) -> tuple[Attendance, bool]:
    """Somebody scans the code of the day. Gives the row and whether it is new: scanning again changes
    nothing.

    Needs no account: the code is the right. Refused with a code that is wrong, replaced, too early or
    expired, in a course that has ended, without a name, with a commune of another province, beyond MOST_A_DAY
    people.
    """
    day = day_of_code(code)
    if day is None:
        raise Refused(unknown_code())
    activity = held(day.activity)
    if day_of_code(code) is None:  # replaced while this one waited
        raise Refused(unknown_code())
    ensure(refuse_sign_in(day, at))
    learner = tidied(learner)
    ensure(refuse_learner(learner, activity))
    if (found := same_on(activity, day.day, learner)) is not None:
        return found, False
    ensure(_refuse_full(day))
    made = write_attendance(activity, day.day, learner, via=Via.QR, by=None, at=at)
    data = {"day": day.day.isoformat(), "activity": str(activity.key)}
    record("attendance.sign_in", made, by=None, at=at, data=data)
    return made, True


def refuse_sign_in(day: CourseDay, at: datetime) -> Refusal | None:
    """Why the code of a day opens nothing now."""
    if not day.activity.is_open:
        return Refusal(
            "course_closed",
            _("Khoá học “%(name)s” đã kết thúc hoặc đã huỷ, không ghi thêm lượt dự học được nữa.")
            % {"name": day.activity.name},
            "",
            _("Liên hệ người tổ chức khoá học nếu cần ghi thêm."),
        )
    window = window_on(day.day, timezone.localdate(at))
    if window is DayWindow.NOT_YET:
        return Refusal(
            "code_too_early",
            _("Chưa đến ngày học %(day)s.") % {"day": ngay(day.day)},
            _("Mã của mỗi ngày chỉ dùng được trong ngày đó."),
            _("Quét lại mã vào đúng ngày học."),
        )
    return _expired(day) if window is DayWindow.OVER else None


def _expired(day: CourseDay) -> Refusal:
    return Refusal(
        "code_expired",
        _("Mã điểm danh ngày %(day)s đã hết hạn.") % {"day": ngay(day.day)},
        _("Mã của mỗi ngày chỉ dùng được trong ngày đó."),
        _("Nếu bạn có dự học ngày đó, nhờ người tổ chức ghi tên từ danh sách ký."),
    )


def unknown_code() -> Refusal:
    """No day has this code, or a newer one replaced it."""
    return Refusal(
        "unknown_code",
        _("Mã điểm danh này không dùng được."),
        _("Mã đã được thay bằng mã mới, hoặc gõ chưa đúng."),
        _("Quét lại mã đang chiếu trong lớp, hoặc ký vào danh sách giấy."),
    )


def _refuse_full(day: CourseDay) -> Refusal | None:
    """More people than a hall holds."""
    if Attendance.objects.filter(activity=day.activity, day=day.day).count() < MOST_A_DAY:
        return None
    return Refusal(
        "day_full",
        _("Ngày học này đã có %(most)s lượt, không nhận thêm qua mã.") % {"most": MOST_A_DAY},
        "",
        _("Ký vào danh sách giấy để người tổ chức ghi sau."),
    )
