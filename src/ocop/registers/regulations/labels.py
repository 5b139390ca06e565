"""The sentences of a practised result: written by the server and, word for word, by practice.js."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "light": _("{star} sao: {points}, {needs}"),
    "points_ok": _("đủ điểm"),
    "points_short": _("thiếu {n} điểm"),
    "needs_ok": _("đủ yêu cầu tối thiểu"),
    "needs_short": _("thiếu {n} yêu cầu ({codes})"),
    "unfinished": _("Còn {n} tiêu chí chưa chọn"),
    "excluded": _("Không xếp hạng"),
    "result": _("Chấm thử được {star} sao"),
    "next": _("Để lên {star} sao"),
    "gap_points": _("Còn thiếu {n} điểm."),
    "gap_needs": _("Còn thiếu yêu cầu tối thiểu ở {codes}."),
    "one_step": _("Chỉ cần nâng một tiêu chí, cách ít điểm nhất đứng trước:"),
    "many_steps": _("Phải nâng từ hai tiêu chí trở lên."),
    "highest": _("Đây là hạng cao nhất."),
    "step": _("{code} {name}: lên “{option}” (+{n} điểm)"),
    "yes": _("Có"),
    "no": _("Không"),
    "nothing": _("Không đạt mức nào"),
    "no_story": _("Sản phẩm không có câu chuyện"),
    "copied": _("Đã chép đường dẫn"),
}

TURNS = {
    "stricter": _("chặt hơn"),
    "looser": _("nhẹ hơn"),
    "new": _("mới đặt ra"),
    "gone": _("đã bỏ"),
    "other": _("đổi cách ghi"),
}

LEVELS = {
    "producer": _("Chủ thể"),
    "commune": _("Xã"),
    "district": _("Huyện"),
    "province": _("Tỉnh"),
    "ministry": _("Trung ương"),
}
