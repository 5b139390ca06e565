"""Words of courses: what is wrong with a line of a list."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.support.rules.learners import LineFault

LINE_FAULTS = {
    LineFault.NO_NAME: _("chưa có họ tên."),
    LineFault.LONG_NAME: _("họ tên quá dài."),
    LineFault.UNKNOWN_PLACE: _("không rõ xã nào; ghi tên xã hiện nay, hoặc xã cũ kèm huyện."),
    LineFault.UNKNOWN_GROUP: _("nhóm phải là “Chủ thể” hoặc “Cán bộ”."),
    LineFault.TWICE: _("đã có ở dòng trước; nếu là người khác trùng tên, ghi thêm năm sinh."),
    LineFault.TOO_MANY: _("danh sách quá dài; chia thành nhiều lần."),
}
