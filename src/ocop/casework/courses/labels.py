"""What an entry of an activity's record says was done with a course."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "add_days": _("Thêm ngày học"),
    "remove_day": _("Bỏ ngày học"),
    "renew_code": _("Đổi mã điểm danh"),
    "record_sheet": _("Ghi danh sách ký"),
    "add_material": _("Thêm tài liệu học"),
}
