"""States and faults in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.foundation.exports.rules import ExportState, Fault

STATES = {
    ExportState.WAITING: (_("Đang chờ"), "wait"),
    ExportState.MAKING: (_("Đang làm"), "wait"),
    ExportState.READY: (_("Đã xong"), "ok"),
    ExportState.FAILED: (_("Không làm được"), "bad"),
    ExportState.OVER: (_("Đã hết hạn"), "info"),
}
FAULTS = {
    Fault.RIGHT: (
        _("Bạn không còn quyền xem danh sách này."),
        _("Nếu bạn vẫn phụ trách việc này, hãy nhờ người quản trị xem lại phân công rồi làm tệp mới."),
    ),
    Fault.BROKEN: (
        _("Hệ thống gặp lỗi khi làm tệp."),
        _("Hãy làm lại. Nếu vẫn không được, hãy báo người quản trị kèm mã dưới đây."),
    ),
    Fault.KILLED: (
        _("Máy chủ dừng giữa chừng nhiều lần khi làm tệp."),
        _("Hãy lọc danh sách cho ngắn lại rồi làm lại, hoặc báo người quản trị kèm mã dưới đây."),
    ),
}
"""What happened, and what to do."""
FAULT_CHOICES = [(fault.value, words) for fault, (words, _todo) in FAULTS.items()]
