"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.revocation.rules import CessationKind, Evidence, Ground
from ocop.casework.revocation.states import CESSATION_STATES, REVOCATION_STATES, WORKFLOW, RevocationState
from ocop.foundation.ui.words import said

GROUNDS = {
    Ground.FORGED: _("Hồ sơ không trung thực, giả mạo"),
    Ground.CRITERIA: _("Không còn đáp ứng tiêu chí, theo kết luận kiểm tra"),
    Ground.BREACH: _(
        "Vi phạm về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, nhãn hàng hoá hoặc pháp luật "
        "khác, theo kết luận của cơ quan có thẩm quyền"
    ),
    Ground.MARK: _("Sử dụng sai nhãn hiệu chứng nhận OCOP"),
    Ground.STOPPED: _("Ngừng sản xuất, kinh doanh sản phẩm"),
    Ground.OTHER: _("Lý do khác, theo kết luận của cơ quan có thẩm quyền"),
}

EVIDENCE = {
    Evidence.CONCLUSION: _("Cần kết luận của cơ quan có thẩm quyền"),
    Evidence.CONFIRMATION: _("Cần xác nhận của UBND cấp xã"),
    Evidence.ANY: _("Có văn bản thì ghi, không bắt buộc"),
}

SHORT_GROUNDS = {
    Ground.FORGED: _("Hồ sơ giả mạo"),
    Ground.CRITERIA: _("Không còn đạt tiêu chí"),
    Ground.BREACH: _("Vi phạm pháp luật"),
    Ground.MARK: _("Dùng sai nhãn hiệu"),
    Ground.STOPPED: _("Ngừng sản xuất"),
    Ground.OTHER: _("Lý do khác"),
}

CESSATIONS = {
    CessationKind.STOPPED: _("Ngừng sản xuất sản phẩm"),
    CessationKind.DISSOLVED: _("Chủ thể giải thể, chấm dứt hoạt động"),
}

# how each state looks: a chip's kind, never colour alone
STATE_KINDS = {
    RevocationState.PREPARED: "wait",
    RevocationState.VERIFIED: "warn",
    RevocationState.SENT: "wait",
    RevocationState.DECIDED: "bad",
    RevocationState.DROPPED: "info",
}


def state_word(state: str) -> str:
    """A state of a revocation in words, in the language of the page."""
    return said(REVOCATION_STATES[RevocationState(state)])


def ground_word(ground: str) -> str:
    """A ground in two or three words."""
    return str(SHORT_GROUNDS[Ground(ground)])


def ground_choices() -> list[tuple[str, str]]:
    """Choices of the ground."""
    return [(ground.value, str(word)) for ground, word in GROUNDS.items()]


def short_ground_choices() -> list[tuple[str, str]]:
    """The same for a filter."""
    return [(ground.value, str(word)) for ground, word in SHORT_GROUNDS.items()]


def state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, state_word(state)) for state in REVOCATION_STATES]


def act_word(action: str) -> str:
    """What an entry of the record says was done."""
    name = action.partition(".")[2]
    own = {"prepare": _("Lập đề nghị thu hồi"), "print": _("Lập bản PDF")}
    return str(own[name]) if name in own else said(WORKFLOW.move(name).label)


def cessation_kind_choices() -> list[tuple[str, str]]:
    """Choices of what ended."""
    return [(kind.value, str(word)) for kind, word in CESSATIONS.items()]


def cessation_state_choices() -> list[tuple[str, str]]:
    """Choices of where it stands."""
    return [(state.value, said(label)) for state, label in CESSATION_STATES.items()]
