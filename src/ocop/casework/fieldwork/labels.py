"""The words of this package. Functions give the choices of fields, so that new words need no migration."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.rules import Finding, Side, VisitKind
from ocop.casework.fieldwork.states import VISIT_STATES, WORKFLOW, VisitState
from ocop.foundation.ui.words import said

KINDS = {
    VisitKind.VERIFICATION: _("Thẩm định thực tế trước Hội đồng"),
    VisitKind.POST_CHECK: _("Kiểm tra sau công nhận"),
}
SHORT_KINDS = {VisitKind.VERIFICATION: _("Trước Hội đồng"), VisitKind.POST_CHECK: _("Sau công nhận")}
FOUND_WORDS = {
    Finding.MATCHES: _("Đúng"), Finding.DIFFERS: _("Khác"), Finding.UNSEEN: _("Chưa xem được")
}  # fmt: skip
SIDES = {Side.INSPECTOR: _("Đoàn kiểm tra"), Side.PRODUCER: _("Chủ thể")}
STATE_KINDS = {
    VisitState.PLANNED: "wait", VisitState.ANNOUNCED: "info", VisitState.ENDED: "ok",
    VisitState.CANCELLED: "warn",
}  # fmt: skip
FINDING_KINDS = {"matches": "ok", "differs": "bad", "unseen": "warn", "": "info"}
MARK_LINES = (
    ("mark.label", "Nhãn hiệu chứng nhận OCOP và số sao trên nhãn, bao bì đúng giấy chứng nhận"),
    ("mark.scope", "Không dùng sao cho sản phẩm khác, quy cách khác chưa được công nhận"),
    ("mark.information", "Thông tin trên nhãn, trang bán hàng đúng với hồ sơ"),
    ("mark.promotion", "Quảng cáo, trưng bày, biển hiệu dùng hạng sao còn hiệu lực"),
)
"""The second part of a post-check (article 9, R26-44); Vietnamese, as the report that prints them."""
SHORT_CHECK = "Còn đáp ứng phần “{section}” như khi công nhận"

_DEEDS = {
    "plan": _("Lập lịch kiểm tra"),
    "declare": _("Khai báo quan hệ với chủ thể"),
    "findings": _("Ghi kết quả tại chỗ"),
    "photo": _("Thêm ảnh"),
    "drop_photo": _("Bỏ ảnh"),
    "sign": _("Ký biên bản tại chỗ"),
    "further": _("Lập biên bản bổ sung"),
    "print": _("Lập bản PDF"),
}


def kind_word(kind: str) -> str:
    """A kind of visit in two or three words."""
    return str(SHORT_KINDS[VisitKind(kind)])


def state_word(state: str) -> str:
    """A state of a visit in words, in the language of the page."""
    return said(VISIT_STATES[VisitState(state)])


def finding_word(finding: str) -> str:
    """A finding in words; one that nobody wrote yet."""
    return str(FOUND_WORDS[Finding(finding)]) if finding else str(_("Chưa ghi"))


def kind_choices() -> list[tuple[str, str]]:
    """Choices of the kind."""
    return [(kind.value, str(word)) for kind, word in SHORT_KINDS.items()]


def state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, state_word(state)) for state in VISIT_STATES]


def side_choices() -> list[tuple[str, str]]:
    """Choices of the side that signs."""
    return [(side.value, str(word)) for side, word in SIDES.items()]


def deed(action: str) -> str:
    """What an entry of the record says was done."""
    name = action.partition(".")[2]
    return str(_DEEDS[name]) if name in _DEEDS else said(WORKFLOW.move(name).label)
