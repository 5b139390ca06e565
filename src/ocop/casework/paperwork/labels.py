"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.paperwork.rules import Kind, State, Step, Typed

KINDS = {
    Kind.SHEETS: _("Phiếu đánh giá của thành viên"),
    Kind.SCORES: _("Bảng tổng hợp điểm"),
    Kind.REPORT: _("Báo cáo kết quả đánh giá của hội đồng"),
    Kind.ADVISORY: _("Báo cáo của tổ tư vấn"),
}

STEPS = {
    Step.SHEETS: _("Phiếu đánh giá của thành viên"),
    Step.SCORES: _("Bảng tổng hợp điểm"),
    Step.MINUTES: _("Biên bản phiên họp"),
    Step.ADVISORY: _("Báo cáo của tổ tư vấn"),
    Step.REPORT: _("Báo cáo kết quả đánh giá của hội đồng"),
    Step.LETTER: _("Tờ trình"),
    Step.DECISION: _("Quyết định kèm danh sách"),
    Step.NOTICE: _("Thông báo cho xã và chủ thể"),
    Step.MINISTRY: _("Bộ hồ sơ gửi Bộ"),
}

STATES = {
    State.MADE: (_("Đã lập"), "ok"),
    State.MAKING: (_("Đang lập PDF"), "wait"),
    State.TO_MAKE: (_("Chưa lập"), "warn"),
    State.UNNUMBERED: (_("Chờ số của văn thư"), "wait"),
    State.DRAFT: (_("Dự thảo"), "info"),
    State.ELSEWHERE: (_("Chưa có tệp trong hệ thống"), "warn"),
    State.PACKAGE: (_("Chưa giao"), "info"),
    State.HANDED: (_("Đã giao"), "ok"),
}
"""In words, and the kind of the chip: never colour alone."""


TYPED = {
    Typed.NOT_YET: (_("Chưa nhập"), "info"),
    Typed.ONCE: (_("Một người đã nhập"), "wait"),
    Typed.UNSCANNED: (_("Thiếu bản chụp"), "warn"),
    Typed.TWICE: (_("Chờ đối chiếu"), "wait"),
    Typed.SEALED: (_("Đã chốt"), "ok"),
}


def kind_choices() -> list[tuple[str, str]]:
    """Choices of the kind."""
    return [(kind.value, str(word)) for kind, word in KINDS.items()]
