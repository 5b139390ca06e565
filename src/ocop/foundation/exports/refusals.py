"""Why there is no file, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.exports.labels import FAULTS
from ocop.foundation.exports.rules import MOST_OPEN, Fault
from ocop.foundation.refusals import Refusal


def no_list() -> Refusal:
    """The address names no list that can be saved."""
    return Refusal(
        "export_unknown_list",
        _("Không có danh sách nào ở địa chỉ này để làm tệp."),
        _("Địa chỉ bị sửa, hoặc bộ lọc dài quá mức."),
        _("Hãy mở danh sách từ mục chính, lọc lại rồi bấm “Làm tệp Excel”."),
    )


def too_many() -> Refusal:
    """As many are waiting as one person may have."""
    return Refusal(
        "export_too_many",
        _("Bạn đang có %(most)s tệp chờ làm.") % {"most": MOST_OPEN},
        _("Mỗi người chờ tối đa %(most)s tệp cùng lúc, để ai cũng đến lượt.") % {"most": MOST_OPEN},
        _("Hãy đợi một tệp xong rồi làm tệp tiếp theo."),
    )


def right_ended() -> Refusal:
    """What the person held when the file was asked for has ended, or the list is closed to them."""
    what, todo = FAULTS[Fault.RIGHT]
    return Refusal(
        "export_right_ended",
        what,
        _("Tệp chỉ dành cho người còn giữ đúng vai trò như khi yêu cầu làm tệp."),
        todo,
    )
