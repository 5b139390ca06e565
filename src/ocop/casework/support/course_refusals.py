"""Why an act on a course is refused, each as a sentence for people."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.templatetags.ui import ngay


def no_course() -> Refusal:
    """The kind has no days on which people sign in."""
    return Refusal(
        "no_course", _("Loại hỗ trợ này không có ngày học."), "", _("Dùng loại “Tập huấn, đào tạo”.")
    )


def day_outside_course(day: date, first: date, last: date | None) -> Refusal:
    """A day before the course begins or after it ends."""
    until = "" if last is None else ngay(last)
    period = (
        _("từ ngày %(first)s đến ngày %(last)s") % {"first": ngay(first), "last": until}
        if until
        else _("từ ngày %(first)s") % {"first": ngay(first)}
    )
    return Refusal(
        "day_outside_course",
        _("Ngày %(day)s nằm ngoài khoá học.") % {"day": ngay(day)},
        _("Khoá học diễn ra %(period)s.") % {"period": period},
        _("Chọn ngày khác, hoặc sửa thời gian của khoá học."),
    )


def day_twice(day: date) -> Refusal:
    """The day is there already."""
    return Refusal(
        "day_twice", _("Ngày %(day)s đã có trong khoá học.") % {"day": ngay(day)}, "", _("Chọn ngày khác.")
    )


def too_many_days(most: int) -> Refusal:
    """More days than a course may have."""
    return Refusal(
        "too_many_days",
        _("Một khoá học có nhiều nhất %(most)s ngày.") % {"most": most},
        "",
        _("Tách thành nhiều khoá học."),
    )


def day_has_people(day: date, count: int) -> Refusal:
    """Somebody signed in on it."""
    return Refusal(
        "day_has_people",
        _("Không bỏ ngày %(day)s được vì đã có %(count)s lượt dự học.") % {"day": ngay(day), "count": count},
        "",
        _("Rút các lượt dự học của ngày đó trước, ghi rõ lý do."),
    )


def unknown_code() -> Refusal:
    """No day has this code, or a newer one replaced it."""
    return Refusal(
        "unknown_code",
        _("Mã điểm danh này không dùng được."),
        _("Mã đã được thay bằng mã mới, hoặc gõ chưa đúng."),
        _("Quét lại mã đang chiếu trong lớp, hoặc ký vào danh sách giấy."),
    )


def code_too_early(day: date) -> Refusal:
    """The day has not come."""
    return Refusal(
        "code_too_early",
        _("Chưa đến ngày học %(day)s.") % {"day": ngay(day)},
        _("Mã của mỗi ngày chỉ dùng được trong ngày đó."),
        _("Quét lại mã vào đúng ngày học."),
    )


def code_expired(day: date) -> Refusal:
    """The day has passed."""
    return Refusal(
        "code_expired",
        _("Mã điểm danh ngày %(day)s đã hết hạn.") % {"day": ngay(day)},
        _("Mã của mỗi ngày chỉ dùng được trong ngày đó."),
        _("Nếu bạn có dự học ngày đó, nhờ người tổ chức ghi tên từ danh sách ký."),
    )


def course_closed(name: str) -> Refusal:
    """The course was finished or cancelled."""
    return Refusal(
        "course_closed",
        _("Khoá học “%(name)s” đã kết thúc hoặc đã huỷ, không ghi thêm lượt dự học được nữa.")
        % {"name": name},
        "",
        _("Liên hệ người tổ chức khoá học nếu cần ghi thêm."),
    )


def name_missing() -> Refusal:
    """Nobody's name."""
    return Refusal("name_missing", _("Chưa ghi họ tên."), "", _("Ghi họ tên đầy đủ, có dấu."))


def name_too_long(longest: int) -> Refusal:
    """More than a name."""
    return Refusal(
        "name_too_long",
        _("Họ tên dài quá %(longest)s ký tự.") % {"longest": longest},
        "",
        _("Chỉ ghi họ tên."),
    )


def place_elsewhere() -> Refusal:
    """A commune of another province."""
    return Refusal(
        "place_elsewhere",
        _("Xã này không thuộc tỉnh của khoá học."),
        "",
        _("Chọn xã trong danh sách, hoặc để trống."),
    )


def day_full(most: int) -> Refusal:
    """More people than a hall holds."""
    return Refusal(
        "day_full",
        _("Ngày học này đã có %(most)s lượt, không nhận thêm qua mã.") % {"most": most},
        "",
        _("Ký vào danh sách giấy để người tổ chức ghi sau."),
    )


def already_there(name: str, day: date) -> Refusal:
    """The same name of the same place on that day."""
    return Refusal(
        "already_there",
        _("“%(name)s” đã có trong danh sách ngày %(day)s.") % {"name": name, "day": ngay(day)},
        _("Một người mỗi ngày chỉ ghi một lượt."),
        _("Nếu là người khác trùng tên, ghi thêm năm sinh sau họ tên."),
    )


def withdrawn_already() -> Refusal:
    """It was taken back before."""
    return Refusal("conflict_withdrawn", _("Lượt dự học này đã được rút rồi."), "", _("Tải lại trang."))


def reason_missing() -> Refusal:
    """No word why."""
    return Refusal("reason_missing", _("Chưa ghi lý do."), "", _("Ghi lý do rồi gửi lại."))


def day_to_come(day: date) -> Refusal:
    """A sheet of a day that has not come."""
    return Refusal(
        "day_to_come",
        _("Chưa đến ngày học %(day)s nên chưa ghi được người dự.") % {"day": ngay(day)},
        "",
        _("Ghi danh sách sau buổi học."),
    )


def nobody() -> Refusal:
    """An empty list."""
    return Refusal("nobody", _("Danh sách chưa có ai."), "", _("Mỗi dòng ghi một người."))


def nobody_earned() -> Refusal:
    """There is nobody to certify."""
    return Refusal(
        "nobody_earned",
        _("Chưa có ai dự đủ số ngày để in giấy chứng nhận."),
        "",
        _("Ghi đủ lượt dự học, hoặc sửa số ngày cần dự của khoá học."),
    )


def title_missing() -> Refusal:
    """A material without a title."""
    return Refusal("title_missing", _("Tài liệu chưa có tên."), "", _("Ghi tên tài liệu."))


def too_fast() -> Refusal:
    """Too many names from one address within a minute."""
    return Refusal(
        "too_fast",
        _("Nhiều người đang ghi tên cùng lúc. Tên của bạn chưa được ghi."),
        "",
        _("Chờ một phút rồi bấm lại, hoặc ký vào danh sách giấy."),
    )
