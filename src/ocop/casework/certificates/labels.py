"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.rules import Capacity, Cause, DecisionKind, PackagePart
from ocop.casework.certificates.states import DECISION_STATES, WORKFLOW, DecisionState
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui.words import said

DECISION_KINDS = {
    DecisionKind.RECOGNITION: _("Công nhận sản phẩm 3 sao, 4 sao"),
    DecisionKind.APPROVAL_OF_RESULT: _("Phê duyệt kết quả từ 90 điểm, đề nghị trung ương"),
    DecisionKind.REPLACEMENT: _("Cấp lại giấy chứng nhận"),
}

CAUSES = {
    Cause.WRONG: _("Giấy ghi sai"),
    Cause.RENAMED: _("Chủ thể đổi tên hoặc địa chỉ"),
    Cause.SUCCESSOR: _("Chủ thể chuyển loại hình (tổ hợp tác thành hợp tác xã…)"),
    Cause.TRANSFERRED: _("Chủ thể khác tiếp nhận (mua lại, sáp nhập, chia tách)"),
}

SHORT_KINDS = {
    DecisionKind.RECOGNITION: _("Công nhận"),
    DecisionKind.APPROVAL_OF_RESULT: _("Đề nghị 5 sao"),
    DecisionKind.REPLACEMENT: _("Cấp lại"),
}

# how each state looks: a chip's kind, never colour alone
STATE_KINDS = {
    DecisionState.DRAFT: "wait",
    DecisionState.FOR_SIGNATURE: "warn",
    DecisionState.SIGNED: "ok",
    DecisionState.DROPPED: "info",
}


def state_word(state: str) -> str:
    """A state of a decision in words, in the language of the page."""
    return said(DECISION_STATES[DecisionState(state)])


def decision_kind_choices() -> list[tuple[str, str]]:
    """Choices of the kind of a decision."""
    return [(kind.value, str(word)) for kind, word in DECISION_KINDS.items()]


def decision_state_choices() -> list[tuple[str, str]]:
    """Choices of the state of a decision."""
    return [(state.value, state_word(state)) for state in DECISION_STATES]


PACKAGE_PARTS = {
    PackagePart.TEAM_REPORT: _("Báo cáo đánh giá của tổ tư vấn"),
    PackagePart.COUNCIL_REPORT: _("Báo cáo đánh giá của hội đồng cấp tỉnh"),
    PackagePart.APPROVAL: _("Quyết định phê duyệt kết quả của Chủ tịch UBND tỉnh"),
    PackagePart.BODY_REPORT: _("Báo cáo đánh giá của cơ quan quản lý OCOP cấp tỉnh"),
    PackagePart.DOSSIER: _("Hồ sơ sản phẩm: 01 bộ giấy và 01 bộ điện tử"),
    PackagePart.EXTRA_TESTS: _("Văn bản xác nhận kiểm tra, kiểm nghiệm bổ sung (nếu có)"),
    PackagePart.SAMPLES: _("05 sản phẩm mẫu"),
}

CAPACITIES = {
    Capacity.CHAIR: _("Chủ tịch"),
    Capacity.VICE_CHAIR: _("KT. Chủ tịch, Phó Chủ tịch"),
}


def act_words(action: str) -> str:
    """What an entry of the record says was done with a decision."""
    name = action.partition(".")[2]
    own = {
        "draft": _("Soạn dự thảo"),
        "amend": _("Sửa dự thảo"),
        "take_word": _("Nhận lại bản Word"),
        "correct": _("Đính chính"),
        "print": _("Lập bản PDF"),
        "want": _("Yêu cầu lập bản PDF"),
    }
    if name in own:
        return str(own[name])
    return said(WORKFLOW.move(name).label)


def district_authority(district: Place) -> str:
    """The authority of a district as papers name it: Vietnamese in every language."""
    return f"Chủ tịch Ủy ban nhân dân {full_name(district)}"
